import { useEffect, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useCall } from '../../ui/useCall.ts';
import classes from './Audit.module.css';
import { Desk } from './Desk.tsx';
import { DrawSample } from './DrawSample.tsx';
import { SampleBar } from './SampleBar.tsx';
import { useAudit } from './store.ts';

/** The bias sample: drawn once, then decided entry by entry. */
export function SamplePanel() {
  const t = useText(auditText);
  const { sample, entries, error, openSample } = useAudit();
  const list = useCall('audit.samples', {});
  const [drawing, setDrawing] = useState(false);
  const newest = list.value?.samples[0]?.id;
  useEffect(() => {
    if (sample === null && newest !== undefined) void openSample(newest);
  }, [sample, newest, openSample]);
  if (list.error) return <ErrorNote error={list.error} onRetry={() => void list.reload()} />;
  if (!list.value) return <p className={classes.hint}>{t.fetchingSamples}</p>;
  const drawn = async (id: string) => {
    setDrawing(false);
    await list.reload();
    await openSample(id);
  };
  if (list.value.samples.length === 0 || drawing)
    return (
      <DrawSample
        first={list.value.samples.length === 0}
        onDrawn={(id) => void drawn(id)}
        onLeave={() => setDrawing(false)}
      />
    );
  const open = list.value.samples.find(({ id }) => id === sample);
  return (
    <>
      <SampleBar
        samples={list.value.samples}
        open={open}
        onOpen={(id) => void openSample(id)}
        onDraw={() => setDrawing(true)}
      />
      {error ? (
        <ErrorNote error={error} onRetry={() => (sample ? void openSample(sample) : undefined)} />
      ) : null}
      {open && entries ? <Desk entries={entries} dimension={open.dimension} /> : null}
    </>
  );
}
