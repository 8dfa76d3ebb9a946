import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DecisionKind, MergeConflict } from '../../../shared/contract/packets.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { AnotherPerson } from './AnotherPerson.tsx';
import type { Decision } from './ConflictView.tsx';
import classes from './Exchange.module.css';
import { shortKey } from './words.ts';

interface ResolveProps {
  conflict: MergeConflict;
  busy: boolean;
  onDecide: (decision: Decision) => void;
}

const isPlain = (how: DecisionKind): how is 'same' | 'accept' | 'dismiss' =>
  how === 'same' || how === 'accept' || how === 'dismiss';

/** The ways to decide what is not about differing judgements: whose keys they are, and what is held back. */
export function Resolve({ conflict, busy, onDecide }: ResolveProps) {
  const t = useText(exchangeText);
  const [key, setKey] = useState<string | null>(null);
  if (key !== null)
    return (
      <AnotherPerson
        busy={busy}
        onCancel={() => setKey(null)}
        onName={(name) => onDecide({ how: 'another', event: key, name })}
      />
    );
  const { resolutions, keys } = conflict;
  return (
    <div className={classes.ways}>
      {resolutions.filter(isPlain).map((how) => (
        <Button key={how} size="xs" variant="default" disabled={busy} onClick={() => onDecide({ how })}>
          {t[how]}
        </Button>
      ))}
      {resolutions.includes('another')
        ? keys.map((one) => (
            <Button key={one} size="xs" variant="subtle" disabled={busy} onClick={() => setKey(one)}>
              {t.otherKey(shortKey(one))}
            </Button>
          ))
        : null}
    </div>
  );
}
