import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SampleCheck, SampleSummary } from '../../../shared/contract/sampling.ts';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { useApp } from '../../store/app.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { Check, Warning } from '../../ui/icons.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Sample.module.css';

/** The digest of a sample, and the button that draws it again and compares. */
export function VerifySample({ sample: { id, digest } }: { sample: SampleSummary }) {
  const t = useText(sampleText);
  const words = useFailureWords();
  const runJob = useApp((state) => state.runJob);
  const [found, setFound] = useState<SampleCheck | null>(null);
  const verify = useAction(async () => {
    const checked = await runJob(`verify-${id}`, t.drawingAgain, 'sample.verify', { sample: id });
    if (checked.ok) setFound(checked.value);
    return checked;
  });
  const said = verify.error ? words(verify.error).message : found?.sentence;
  return (
    <>
      <span className={classes.verify}>
        <code className={classes.digest} title={t.digest(digest)}>
          {digest.slice(0, 8)}
        </code>{' '}
        <Button size="compact-sm" variant="subtle" loading={verify.busy} onClick={() => void verify.run()}>
          {t.verify}
        </Button>
      </span>
      {said ? (
        <p className={classes.verdict} role="status">
          {found?.result === 'same' ? <Check /> : <Warning />} {found ? `${t.checks[found.result]}. ` : ''}
          {verify.error ? said : <span lang="en">{said}</span>}
        </p>
      ) : null}
    </>
  );
}
