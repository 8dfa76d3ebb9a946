import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandName, InputOf, OutputOf } from '../../shared/contract/commands.ts';
import type { Failure, Result } from '../../shared/contract/result.ts';
import { bridge } from '../bridge.ts';
import { type Answer, attempt, createAsking } from './asking.ts';

/** Asks a command when shown and whenever the input changes; `null` asks nothing. Late answers are dropped. */
export function useCall<Name extends CommandName>(name: Name, input: InputOf<Name> | null) {
  const [answer, setAnswer] = useState<Answer<OutputOf<Name>>>({
    value: null,
    error: null,
    loading: input !== null,
  });
  const latest = useRef(input);
  latest.current = input;
  const key = JSON.stringify(input);
  const ask = useMemo(
    () => createAsking(() => (latest.current === null ? null : bridge.call(name, latest.current)), setAnswer),
    [name],
  );

  useEffect(() => {
    void ask(key);
  }, [ask, key]);

  const reload = useCallback(() => ask(key), [ask, key]);
  return { ...answer, reload };
}

/** Something done on demand: runs one at a time, keeps the failure until the next run. */
export function useAction<In extends unknown[], T>(work: (...input: In) => Promise<Result<T>>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const latest = useRef(work);
  latest.current = work;
  const running = useRef(false);
  const run = useCallback(async (...input: In): Promise<T | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setError(null);
    const result = await attempt(() => latest.current(...input));
    running.current = false;
    setBusy(false);
    if (result.ok) return result.value;
    setError(result.error);
    return null;
  }, []);
  const dismiss = useCallback(() => setError(null), []);
  return { run, busy, error, dismiss };
}
