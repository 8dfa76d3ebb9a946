import { userInfo } from 'node:os';

/** Who acts, for the audit log, unless a name is given: the user of the system. */
export function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? ''}`.trim();
  }
}
