import type { InputOf, OutputOf } from '../../../../shared/contract/commands.ts';

/** Which rejected records: of one batch or all, of one reason or all; those that stand, or were mended since. */
export type Rejection = Pick<InputOf<'import.quarantine'>, 'batch' | 'code' | 'place' | 'resolved'>;

/** What was written of them. */
export interface Written {
  files: OutputOf<'quarantine.export'>['files'];
  /** A token of the file, where it is one: it can be imported from here when it is mended. */
  token: string | null;
}

/** A name for the file to be mended, after the file it came from. */
export function mendedName(source: string | null): string {
  if (source === null) return 'not-readable.jsonl';
  const name = source.split(/[\\/]/).at(-1) ?? source;
  const [, stem = name, ending = ''] = /^(.+?)((?:\.[A-Za-z0-9]{1,8}){0,2})$/.exec(name) ?? [];
  const kept = ending.replace(/\.(?:gz|zst)$/i, '').replace(/\.parquet$/i, '.jsonl');
  return `${stem}-not-readable${kept || '.jsonl'}`;
}
