import { Button, Checkbox, Popover } from '@mantine/core';
import { useState } from 'react';
import { fail, ok } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { agreementPartsText } from '../../catalogue/agreement-parts.ts';
import { useText } from '../../catalogue/area.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Agreement.module.css';
import { BOOTSTRAP } from './state.ts';
import { useAgreement } from './store.ts';

const SLOT = 'agreement-page';

/** Writes the whole report as a page: HTML, or printed as PDF; raters under pseudonyms unless asked otherwise. */
export function SaveReport({ project }: { project: string }) {
  const t = useText(agreementPartsText);
  const runJob = useApp((state) => state.runJob);
  const by = useAgreement((state) => state.by);
  const [names, setNames] = useState(false);
  const [said, setSaid] = useState('');
  const save = useAction(async (kind: 'report' | 'printed') => {
    setSaid('');
    const place = await bridge.call('pick.saveAs', { kind, name: t.reportName(project) });
    if (!place.ok) return fail(place.error);
    if (place.value === null) return ok(null);
    const { file, name } = place.value;
    const state = await bridge.call('app.state', {});
    const page = await runJob(SLOT, t.saving, 'agreement.document', {
      ...BOOTSTRAP,
      ...(by === null ? {} : { by }),
      ...(kind === 'report' ? { out: file } : {}),
      names,
      at: new Date().toISOString(),
      ...(state.ok ? { program: `Touchstone ${state.value.version}` } : {}),
    });
    if (!page.ok) return fail(page.error);
    const { html } = page.value;
    if (html !== null) {
      const printed = await bridge.call('report.print', { html, out: file });
      if (!printed.ok) return fail(printed.error);
    }
    setSaid(t.saved(name));
    return ok(null);
  });
  return (
    <Popover position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default">{t.save}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.saving}>
          <p className={classes.hint}>{t.saveHint}</p>
          <Checkbox label={t.withNames} checked={names} onChange={() => setNames(!names)} />
          <div className={classes.saveButtons}>
            <Button size="xs" loading={save.busy} onClick={() => void save.run('report')}>
              {t.saveHtml}
            </Button>
            <Button size="xs" variant="default" loading={save.busy} onClick={() => void save.run('printed')}>
              {t.savePdf}
            </Button>
          </div>
          <p className={classes.hint} role="status">
            {said}
          </p>
          {save.error ? <ErrorNote error={save.error} onDismiss={save.dismiss} /> : null}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
