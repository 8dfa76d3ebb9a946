import { ERRORS } from '../../shared/contract/errors.ts';
import type { Failure } from '../../shared/contract/result.ts';
import { useText } from '../catalogue/area.ts';
import { errorText } from '../catalogue/errors.ts';

export interface FailureWords {
  message: string;
  /** What the engine says of this very case, in English, where the message is the general one of another language. */
  exactly: string | null;
  advice: string;
}

/** What a failure is called and what to do about it; advice for the one case stays in the engine's words. */
export function useFailureWords(): (failure: Failure) => FailureWords {
  const said = useText(errorText);
  return ({ code, message, advice }) => {
    if (said === null) return { message, exactly: null, advice };
    const [headline, todo] = said[code];
    return { message: headline, exactly: message, advice: advice === ERRORS[code].advice ? todo : advice };
  };
}
