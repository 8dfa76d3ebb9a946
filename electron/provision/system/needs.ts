/** Something the machine must have, and the Debian packages that bring it. */
export interface Need {
  /** What is missing, in the user's words. */
  what: string;
  /** Debian names, newest spelling last: the first that the release knows is not enough, the last known is taken. */
  packages: readonly (readonly string[])[];
}

const one = (...names: string[]): readonly (readonly string[])[] => names.map((name) => [name]);

/** Since the 64-bit time change (Debian 13, Ubuntu 24.04) some libraries carry a suffix. */
const t64 = (...names: string[]): readonly (readonly string[])[] => names.map((name) => [name, `${name}t64`]);

export const LIBRARIES: Need = {
  what: 'shared libraries that Electron is linked against',
  packages: [
    ...t64('libgtk-3-0', 'libasound2', 'libcups2', 'libatk-bridge2.0-0', 'libatspi2.0-0'),
    ...one('libnss3', 'libgbm1', 'libdrm2', 'libxkbcommon0', 'libexpat1', 'libdbus-1-3'),
    ...one('libxcomposite1', 'libxdamage1', 'libxrandr2', 'libxfixes3'),
  ],
};

export const FONTS: Need = {
  what: 'fonts',
  packages: one('fontconfig', 'fonts-liberation', 'fonts-noto-core', 'fonts-noto-cjk'),
};

export const VIRTUAL_DISPLAY: Need = {
  what: 'a display, or Xvfb to stand in for one',
  packages: one('xvfb', 'xauth'),
};

export const BUILD_TOOLS: Need = {
  what: 'Python 3, make and a C++ compiler, to build better-sqlite3',
  packages: one('python3', 'make', 'g++'),
};
