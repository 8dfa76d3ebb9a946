import type { Failure } from '../../../shared/contract/result.ts';
import { useFailureWords } from '../../ui/failure-words.ts';

const ended = (sentence: string): string => sentence.replace(/[^.!?]$/, '$&.');

/** What went wrong and what to do, in one line. */
export function FailureLine({ error }: { error: Failure }) {
  const { message, exactly, advice } = useFailureWords()(error);
  return (
    <>
      {ended(message)} {exactly ? <span lang="en">{ended(exactly)} </span> : null}
      {advice}
    </>
  );
}
