import { Button, NativeSelect } from '@mantine/core';
import type { Batch } from '../../../../shared/contract/importing.ts';
import { textNow, useText } from '../../../catalogue/area.ts';
import { importRejectedText } from '../../../catalogue/import-rejected.ts';
import { useApp } from '../../../store/app.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { when } from '../../../ui/format.ts';
import { useCall } from '../../../ui/useCall.ts';
import shared from '../Import.module.css';
import { useImport } from '../store.ts';
import classes from './Quarantine.module.css';
import { ReasonGroups } from './ReasonGroups.tsx';
import { mendedName } from './rejection.ts';
import { WrittenNote } from './WrittenNote.tsx';
import { WRITE_SLOT } from './writing.ts';

const optionOf = ({ id, file, finishedAt, rejected }: Batch) => ({
  value: id,
  label: textNow(importRejectedText).importOf(file, when(finishedAt), rejected),
});

function Nothing({ resolved }: { resolved: number }) {
  const t = useText(importRejectedText);
  const text = resolved === 0 ? t.noneText : t.noneLeftText(resolved);
  return <EmptyState title={resolved === 0 ? t.none : t.noneLeft} text={text} />;
}

/** Those that stand, or those that were mended since; nothing to choose where none was. */
function WhichState({ resolved, shown }: { resolved: number; shown: boolean }) {
  const t = useText(importRejectedText);
  const { rejection, showRejected } = useImport();
  if (resolved === 0 && !shown) return null;
  return (
    <NativeSelect
      label={t.state}
      data={[
        { value: 'standing', label: t.standing },
        { value: 'mended', label: t.mended(resolved) },
      ]}
      value={shown ? 'mended' : 'standing'}
      onChange={({ currentTarget: { value } }) =>
        showRejected({ ...rejection, resolved: value === 'mended' })
      }
    />
  );
}

/** Rejected records of all imports or of one, by reason; out to a file to be mended, and in again. */
export function QuarantineView() {
  const t = useText(importRejectedText);
  const { rejection, showRejected, writeRejected } = useImport();
  const writing = useApp((state) => state.jobs[WRITE_SLOT] !== undefined);
  const { value: imports } = useCall('import.batches', {});
  const { value, error, reload } = useCall('import.quarantine', { ...rejection, limit: 0 });
  const batches = (imports?.batches ?? []).filter(({ rejected }) => rejected > 0);
  const batch = batches.find(({ id }) => id === rejection.batch);
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={shared.hint}>{t.fetching}</p>;
  const shown = rejection.resolved === true;
  if (value.total + value.resolved === 0 && rejection.batch === undefined) return <Nothing resolved={0} />;
  return (
    <section aria-label={t.title}>
      <div className={classes.top}>
        <NativeSelect
          className={classes.scope}
          label={t.which}
          data={[{ value: '', label: t.all }, ...batches.map(optionOf)]}
          value={rejection.batch ?? ''}
          onChange={({ currentTarget: { value: id } }) => showRejected(id === '' ? {} : { batch: id })}
        />
        <WhichState resolved={value.resolved} shown={shown} />
        <Button
          variant="default"
          disabled={writing || shown || value.total === 0}
          onClick={() => void writeRejected(mendedName(batch?.file ?? null))}
        >
          {t.write(value.total)}
        </Button>
      </div>
      <WrittenNote />
      {value.total === 0 ? <Nothing resolved={value.resolved} /> : null}
      <ReasonGroups key={`${rejection.batch ?? ''} ${shown}`} groups={value.groups} within={rejection} />
    </section>
  );
}
