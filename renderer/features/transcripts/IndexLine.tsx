import { useEffect, useState } from 'react';
import type { Progress } from '../../../shared/contract/events.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { percent } from '../../ui/format.ts';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

/** The job that keeps the index up to the project. */
const JOB = 'search.build';
const READY = 'ready';

/** What is being done, by the first word of the phase: conversations are listed, then texts are read. */
const titleOf = ({ preparing }: typeof transcriptsText.en, phase: string): string =>
  phase.startsWith('listing') ? preparing.listing : preparing.reading;

/** How far the index is, while it is being made. Everything works meanwhile, only slower. */
export function IndexLine() {
  const t = useText(transcriptsText);
  const [progress, setProgress] = useState<Progress | null>(null);
  const loadFacets = useTranscripts((state) => state.loadFacets);
  useEffect(
    () =>
      bridge.listen((event) => {
        if (event.kind !== 'progress' || event.job !== JOB) return;
        setProgress(event.phase === READY ? null : event);
        if (event.phase === READY) void loadFacets();
      }),
    [loadFacets],
  );
  if (!progress) return null;
  const { phase, done, total } = progress;
  const title = titleOf(t, phase);
  return (
    <p className={classes.index} title={t.progressHint(done, total ?? 0)}>
      <progress className={classes.indexBar} value={done} max={total ?? 1} aria-label={title} />
      {t.progress(title, percent(total ? done / total : 0))}
    </p>
  );
}
