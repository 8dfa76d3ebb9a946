import { useEffect, useState } from 'react';
import type { Progress } from '../../../shared/contract/events.ts';
import { bridge } from '../../bridge.ts';
import { count, percent } from '../../ui/format.ts';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

/** The job that keeps the index up to the project. */
const JOB = 'search.build';
const READY = 'ready';

const TITLES: Readonly<Record<string, string>> = {
  'listing conversations': 'Listing conversations',
  'reading texts': 'Preparing the search',
};

/** How far the index is, while it is being made. Everything works meanwhile, only slower. */
export function IndexLine() {
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
  return (
    <p
      className={classes.index}
      title={`${count(done)} of ${count(total ?? 0)} conversations. Searching works meanwhile, only slower.`}
    >
      <progress
        className={classes.indexBar}
        value={done}
        max={total ?? 1}
        aria-label={TITLES[phase] ?? phase}
      />
      {TITLES[phase] ?? phase}, {percent(total ? done / total : 0)}
    </p>
  );
}
