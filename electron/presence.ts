/** The part of Electron's power monitor that is needed here. */
export interface PowerSource {
  on(event: 'lock-screen' | 'unlock-screen' | 'suspend' | 'resume', listener: () => void): unknown;
}

/**
 * Tells when nobody can be at the screen, because it was locked or the machine is asleep, and when somebody can again. A machine that
 * wakes up locked is asleep for longer than its sleep.
 */
export function tellPresence(source: PowerSource, tell: (isHere: boolean) => void): void {
  const away = new Set<'locked' | 'asleep'>();
  const note = (why: 'locked' | 'asleep', isAway: boolean) => () => {
    const before = away.size > 0;
    if (isAway) away.add(why);
    else away.delete(why);
    const after = away.size > 0;
    if (before !== after) tell(!after);
  };
  source.on('lock-screen', note('locked', true));
  source.on('unlock-screen', note('locked', false));
  source.on('suspend', note('asleep', true));
  source.on('resume', note('asleep', false));
}
