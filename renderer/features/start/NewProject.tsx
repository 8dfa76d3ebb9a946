import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ok } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { startText } from '../../catalogue/start.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './NewProject.module.css';

interface NewProjectProps {
  onCancel: () => void;
}

/** Name, rubric, and then the place: asks nothing that can be decided later. */
export function NewProject({ onCancel }: NewProjectProps) {
  const t = useText(startText);
  const [name, setName] = useState('');
  const [rubric, setRubric] = useState<PickedFile | null>(null);
  const pickRubric = useAction(() => bridge.call('pick.rubric', {}));
  const create = useAction(async () => {
    const place = await bridge.call('pick.newProject', { name: name.trim() });
    if (!place.ok || place.value === null) return place.ok ? ok(null) : place;
    const { createProject } = useApp.getState();
    return createProject({ file: place.value.file, name: name.trim(), rubric: rubric?.file });
  });
  const chooseRubric = async () => setRubric((await pickRubric.run()) ?? rubric);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') void create.run();
  };
  const error = create.error ?? pickRubric.error;
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t.newProject}>
      <TextInput
        label={t.name}
        placeholder={t.nameLike}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <div className={classes.rubric}>
        <span>{t.rubric}</span>
        <span className={classes.soft}>{rubric?.name ?? t.builtIn}</span>
        {rubric ? (
          <Button size="xs" variant="subtle" onClick={() => setRubric(null)}>
            {t.useBuiltIn}
          </Button>
        ) : null}
        <Button size="xs" variant="default" loading={pickRubric.busy} onClick={() => void chooseRubric()}>
          {t.chooseFile}
        </Button>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      <div className={classes.actions}>
        <Button type="submit" disabled={name.trim() === ''} loading={create.busy}>
          {t.choosePlace}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
