import type { OutputOf } from '../../../shared/contract/commands.ts';

export function previewExport(): OutputOf<'export.preview'> {
  throw new Error('being written');
}
export function writeExport(): OutputOf<'export.write'> {
  throw new Error('being written');
}
