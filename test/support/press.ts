import type { Press } from '../../renderer/keys/match.ts';

/** A key pressed alone, unless told. */
export const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  repeat: false,
  ...more,
});
