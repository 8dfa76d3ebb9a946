import type { Progress } from '../../../shared/contract/events.ts';
import type { ChosenFile } from './chosen.ts';

/** Where an import stands among the files it is under way with. */
export interface Standing {
  /** Index of the file at hand, or -1 before the first. */
  at: number;
  /** Bytes of all files, and those read so far. */
  done: number;
  total: number;
}

/**
 * Progress is told file by file, the file at the end of the phase's words. Files of one name are told apart by their order: the
 * import never goes back, so that `last`, where it stood before, is where the search begins.
 */
export function standing(files: readonly ChosenFile[], progress: Progress | null, last = 0): Standing {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const isAtHand = ({ name, within }: ChosenFile): boolean =>
    progress?.phase.endsWith(` ${within ?? name}`) ?? false;
  const later = files.findIndex((file, index) => index >= last && isAtHand(file));
  const at = later >= 0 ? later : files.findIndex(isAtHand);
  if (at < 0) return { at, done: 0, total };
  const before = files.slice(0, at).reduce((sum, { bytes }) => sum + bytes, 0);
  const part = progress?.unit === 'bytes' ? Math.min(progress.done, files[at]?.bytes ?? 0) : 0;
  return { at, done: before + part, total };
}
