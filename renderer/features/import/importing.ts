import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import type { PickedFile } from '../../../shared/contract/window.ts';
import { textNow } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { type Chosen, fileOf, readable, without } from './chosen.ts';
import { readingInput } from './reading.ts';
import { type Pick as Picked, type Round, rounds } from './rounds.ts';
import { type Desk, IMPORT_SLOT, type ImportState } from './state.ts';

/** Tokens asked for, and files imported, at once. */
const AT_ONCE = 2000;

type Importing = Pick<ImportState, 'importChosen' | 'importRatings' | 'importAsRatings'>;

/** Running imports, and what came of them. */
export function importing({ bridge, jobs, get, set, list }: Desk): Importing {
  /** Tokens for one import: those in the list stay good, so that a trial or a cancelled import can be followed by another. */
  const tokensFor = async (picks: readonly Picked[]): Promise<Result<string[]>> => {
    const tokens: string[] = [];
    for (const { file, within } of picks)
      for (let from = 0; from < within.length; from += AT_ONCE) {
        const again = { file, within: within.slice(from, from + AT_ONCE) };
        const picked = await bridge.call('pick.again', again);
        if (!picked.ok) return picked;
        tokens.push(...picked.value.map((one) => one.file));
      }
    return ok(tokens);
  };

  const importRound = async ({ reading, picks }: Round, dryRun: boolean): Promise<Result<ImportedFile[]>> => {
    const tokens = await tokensFor(picks);
    if (!tokens.ok) return tokens;
    const input = { files: tokens.value, ...readingInput(reading), ...get().privacy, dryRun };
    const result = await jobs().runJob(
      IMPORT_SLOT,
      textNow(importText).transcripts,
      'import.transcripts',
      input,
    );
    return result.ok ? ok(result.value.files) : result;
  };

  /** Imports under one reading after another; what has gone in leaves the list at once. */
  const importRounds = async (trial: boolean): Promise<Result<null>> => {
    const files: ImportedFile[] = [];
    for (const round of rounds(get().chosen)) {
      set({ running: round.keys });
      const result = await importRound(round, trial);
      if (!result.ok) return result;
      files.push(...result.value);
      set({ outcome: { kind: 'transcripts', trial, files: [...files] } });
      if (!trial) list((chosen) => round.keys.reduce<readonly Chosen[]>(without, chosen));
    }
    return ok(null);
  };

  const takeRatings = async (picked: readonly Pick<PickedFile, 'file' | 'name'>[]): Promise<void> => {
    set({ error: null, outcome: null });
    const files = picked.map(({ file }) => file);
    const result = await jobs().runJob(IMPORT_SLOT, textNow(importText).ratings, 'import.ratings', { files });
    if (!result.ok) return set({ error: result.error });
    const names = picked.map(({ name }) => name);
    list(readable);
    set({ outcome: { kind: 'ratings', names, counts: result.value } });
    await jobs().refreshProject();
  };

  return {
    async importChosen(trial = false) {
      set({ error: null, outcome: null });
      const result = await importRounds(trial);
      set({ running: [] });
      if (!result.ok) set({ error: result.error });
      else if (!trial) list(readable);
      await jobs().refreshProject();
    },

    async importRatings() {
      const picked = await bridge.call('pick.ratings', {});
      if (!picked.ok) return set({ error: picked.error });
      if (picked.value.length > 0) await takeRatings(picked.value);
    },

    async importAsRatings(key) {
      const file = fileOf(get().chosen, key);
      if (file) await takeRatings([file]);
    },
  };
}
