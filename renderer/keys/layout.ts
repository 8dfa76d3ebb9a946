import { applyCaps, current } from './current.ts';
import { usCap } from './labels.ts';
import { isWriting, type Press } from './match.ts';

/** What Chromium tells of the keyboard, where it does. */
interface Keyboard {
  getLayoutMap(): Promise<Iterable<[string, string]>>;
}

/** Positions whose sign differs from keyboard to keyboard. */
const SIGNS =
  /^(Key[A-Z]|Minus|Equal|Bracket\w+|Backslash|Semicolon|Quote|Backquote|Comma|Period|Slash|Intl\w+)$/;

/** A sign as it is printed on a key: a letter as a capital, where that is one letter too. */
function printed(sign: string): string {
  const capital = sign.toLocaleUpperCase();
  return [...capital].length === 1 ? capital : sign;
}

const isSign = (text: string): boolean => [...text].length === 1 && text.trim() !== '';

const hasKeyboard = (host: object): host is { keyboard: Keyboard } =>
  'keyboard' in host &&
  typeof host.keyboard === 'object' &&
  host.keyboard !== null &&
  'getLayoutMap' in host.keyboard;

/** Position -> cap, of what a layout has otherwise than a US keyboard. */
export const capsOf = (layout: Iterable<[string, string]>): Map<string, string> =>
  new Map(
    [...layout]
      .filter(([code, sign]) => SIGNS.test(code) && isSign(sign) && printed(sign) !== usCap(code))
      .map(([code, sign]) => [code, printed(sign)]),
  );

/** The caps with what a plain press shows of its key; the same map where it shows nothing new. */
export function learnt(caps: ReadonlyMap<string, string>, press: Press): ReadonlyMap<string, string> {
  const plain = !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey;
  if (!plain || isWriting(press) || !SIGNS.test(press.code) || !isSign(press.key)) return caps;
  const cap = printed(press.key);
  return (caps.get(press.code) ?? usCap(press.code)) === cap ? caps : new Map(caps).set(press.code, cap);
}

function learnFromPresses(): void {
  window.addEventListener('keydown', (event) => {
    // After the press has been answered: it is not to wait for this.
    setTimeout(() => applyCaps(learnt(current().caps, event)));
  });
}

/** Shows on the screen what the user's keyboard has on its keys: as the system tells it, else as presses show it. */
export async function followLayout(host: object = navigator): Promise<void> {
  const keyboard = hasKeyboard(host) ? host.keyboard : null;
  const told = await keyboard?.getLayoutMap().catch(() => null);
  if (!keyboard || !told || [...told].length === 0) return learnFromPresses();
  applyCaps(capsOf(told));
  // Another layout may have been chosen while the window was not looked at.
  window.addEventListener('focus', () => {
    void keyboard.getLayoutMap().then((layout) => applyCaps(capsOf(layout)));
  });
}
