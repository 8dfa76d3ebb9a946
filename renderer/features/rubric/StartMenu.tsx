import { Button, Menu } from '@mantine/core';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import { fail, ok } from '../../../shared/contract/result.ts';
import { draftOf } from '../../../shared/domain/rubric-draft.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { rubricText } from '../../catalogue/rubric.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { when } from '../../ui/format.ts';
import { ChevronDown } from '../../ui/icons.tsx';
import { useAction } from '../../ui/useCall.ts';
import { EMPTY_DRAFT } from './editor/edits.ts';
import { useEditor } from './editor/store.ts';
import classes from './Rubric.module.css';

const newUid = () => crypto.randomUUID();

/** Begins a draft: of the rubric in force, of the one that is built in, of none, or of a file's. */
export function StartMenu({ read }: { read: OutputOf<'rubric.read'> }) {
  const t = useText(rubricText);
  const { begin, edit } = useEditor.getState();
  const inForce = read.versions[0]?.rubric;
  const load = useAction(async (fromFile: boolean) => {
    const picked = fromFile ? await bridge.call('pick.rubric', {}) : ok(null);
    if (!picked.ok) return fail(picked.error);
    if (fromFile && picked.value === null) return ok(null);
    const loaded = await bridge.call('rubric.load', picked.value ? { file: picked.value.file } : {});
    if (loaded.ok && inForce) begin(draftOf(loaded.value, newUid), inForce.version, null);
    return loaded;
  });
  if (!inForce) return null;
  const { draft } = read;
  return (
    <div className={classes.start}>
      <div className={classes.startButtons}>
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="default" rightSection={<ChevronDown />} loading={load.busy}>
              {t.otherStart}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {draft ? <Menu.Label>{t.replaceDraft}</Menu.Label> : null}
            {draft ? <Menu.Item onClick={() => edit(inForce)}>{t.edit}</Menu.Item> : null}
            <Menu.Item onClick={() => void load.run(false)}>{t.fromBuiltIn}</Menu.Item>
            <Menu.Item onClick={() => begin(EMPTY_DRAFT, inForce.version, null)}>{t.fromEmpty}</Menu.Item>
            <Menu.Item onClick={() => void load.run(true)}>{t.fromFile}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {draft ? (
          <Button onClick={() => begin(draft.draft, draft.base, draft.keptAt)}>{t.goOn}</Button>
        ) : (
          <Button onClick={() => edit(inForce)}>{t.edit}</Button>
        )}
      </div>
      {draft ? <p className={classes.quiet}>{t.draftBy(draft.actor, when(draft.keptAt))}</p> : null}
      {load.error ? <ErrorNote error={load.error} onDismiss={load.dismiss} /> : null}
    </div>
  );
}
