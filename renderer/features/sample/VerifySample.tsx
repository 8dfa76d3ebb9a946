import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SampleCheck, SampleSummary } from '../../../shared/contract/sampling.ts';
import { useApp } from '../../store/app.ts';
import { Check, Warning } from '../../ui/icons.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Sample.module.css';

const RESULTS: Readonly<Record<SampleCheck['result'], string>> = {
  same: 'Same',
  population_changed: 'Population changed',
  differs: 'Differs',
};

/** The digest of a sample, and the button that draws it again and compares. */
export function VerifySample({ sample: { id, digest } }: { sample: SampleSummary }) {
  const runJob = useApp((state) => state.runJob);
  const [found, setFound] = useState<SampleCheck | null>(null);
  const verify = useAction(async () => {
    const checked = await runJob(`verify-${id}`, 'Drawing the sample again', 'sample.verify', { sample: id });
    if (checked.ok) setFound(checked.value);
    return checked;
  });
  const said = verify.error?.message ?? found?.sentence;
  return (
    <>
      <span className={classes.verify}>
        <code className={classes.digest} title={`Digest ${digest}`}>
          {digest.slice(0, 8)}
        </code>{' '}
        <Button size="compact-sm" variant="subtle" loading={verify.busy} onClick={() => void verify.run()}>
          Verify
        </Button>
      </span>
      {said ? (
        <p className={classes.verdict} role="status">
          {found?.result === 'same' ? <Check /> : <Warning />} {found ? `${RESULTS[found.result]}. ` : ''}
          {said}
        </p>
      ) : null}
    </>
  );
}
