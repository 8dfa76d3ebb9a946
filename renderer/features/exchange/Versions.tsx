import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MergeConflict, RatingVersion } from '../../../shared/contract/packets.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { useApp } from '../../store/app.ts';
import { when } from '../../ui/format.ts';
import { AnotherPerson } from './AnotherPerson.tsx';
import type { Decision } from './ConflictView.tsx';
import classes from './Exchange.module.css';
import { saidIn } from './said.ts';
import { shortKey } from './words.ts';

interface VersionsProps {
  versions: readonly RatingVersion[];
  conflict: MergeConflict;
  busy: boolean;
  onDecide: (decision: Decision) => void;
}

/** The judgements that differ, side by side, the one that counts first; each can be kept, or be another person's. */
export function Versions({ versions, conflict, busy, onDecide }: VersionsProps) {
  const t = useText(exchangeText);
  const rubric = useApp((state) => state.project?.rubric);
  const [other, setOther] = useState<string | null>(null);
  const canSplit = conflict.resolutions.includes('another');
  const told = versions.map((version) => saidIn(t, rubric, version.rating));
  const shared = new Set(told[0]?.filter((line) => told.every((lines) => lines.includes(line))));
  const origin = ({ here, signedBy }: RatingVersion): string =>
    here ? t.here : signedBy === null ? t.byFile : t.byKey(shortKey(signedBy));
  return (
    <ul className={classes.versions}>
      {versions.map((version, index) => {
        const { event, at, current, here } = version;
        const lines = told[index] ?? [];
        return (
          <li key={event} className={classes.version}>
            <p className={classes.origin}>
              {origin(version)} · {when(at)}
              {current ? <strong className={classes.current}> · {t.counts}</strong> : null}
            </p>
            <ul className={classes.values}>
              {(lines.length === 0 ? [t.unsaid] : lines).map((line) => (
                <li key={line}>{shared.has(line) ? line : <strong>{line}</strong>}</li>
              ))}
            </ul>
            {other === event ? (
              <AnotherPerson
                busy={busy}
                onCancel={() => setOther(null)}
                onName={(name) => onDecide({ how: 'another', event, name })}
              />
            ) : (
              <div className={classes.ways}>
                <Button
                  size="xs"
                  variant="default"
                  disabled={busy}
                  onClick={() => onDecide({ how: 'keep', event })}
                >
                  {t.keep}
                </Button>
                {canSplit && !here ? (
                  <Button size="xs" variant="subtle" disabled={busy} onClick={() => setOther(event)}>
                    {t.another}
                  </Button>
                ) : null}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
