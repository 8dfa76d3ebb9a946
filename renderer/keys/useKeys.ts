import { useLayoutEffect, useRef } from 'react';
import type { ActionId, Scope } from './keymap.ts';
import { actionOf, type Press, plainCode } from './match.ts';

export type Handlers = Partial<Record<ActionId, () => void>>;

export interface KeyLayer {
  scope: Scope;
  handlers: Handlers;
  /** Keys that only this moment knows, such as the options of the current dimension. Asked before the table. */
  plain?: (code: string) => (() => void) | undefined;
  /**
   * Keeps a press for later while the screen cannot answer it; true when it was kept. `types` is what it would type, should there be a
   * text field by then: a sign, a new line, a step back (`\b`); null for what is no typing.
   */
  holds?: (press: () => void, types: string | null) => boolean;
  /** What an action is called at this moment, where it is more than the table says: what undo would take. */
  names?: Partial<Record<ActionId, () => string | null>>;
  /** Nothing below hears a key while this layer is there. */
  exclusive?: boolean;
}

const layers: { current: KeyLayer }[] = [];

const TEXT =
  'textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=range]), [contenteditable=true]';
/** Elements with a keyboard life of their own, in which the page's keys are silent. */
const FOREIGN = '[role=dialog], [role=menu], [role=listbox]';
/** What Enter and Space press when it has the focus. */
const PRESSABLE = 'button, a[href], summary, input:not([type=radio]):not([type=range])';

const within = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

const pressesItself = (event: KeyboardEvent): boolean =>
  (event.code === 'Enter' || event.code === 'Space') &&
  plainCode(event) !== null &&
  within(event.target, PRESSABLE);

const isCommandKey = (press: Press): boolean => /^(Key|Digit)/.test(plainCode(press) ?? '');

/** True when the layer keeps the press for later: one it answers now, or that might be answered then. */
function keeps(layer: KeyLayer, press: KeyboardEvent, inText: boolean): boolean {
  const types = typedBy(press);
  const isMeant =
    isCommandKey(press) ||
    types !== null ||
    actionOf('text', press) !== null ||
    handlerOf(layer, press, false) !== undefined;
  if (inText || !layer.holds || !isMeant || actionOf('frame', press) !== null) return false;
  return layer.holds(() => pressAgain(press), types);
}

/** Presses a key that was kept, so that it means what it means now: in a menu or a field that a press before it has opened, too. */
function pressAgain(press: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat } = press;
  const modifierAltGraph = press.getModifierState('AltGraph');
  const given = { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat, modifierAltGraph };
  const focus = document.activeElement ?? document.body;
  focus.dispatchEvent(new KeyboardEvent('keydown', { ...given, bubbles: true, cancelable: true }));
}

const TYPING: Readonly<Record<string, string>> = { Enter: '\n', Backspace: '\b' };

/** What a press types in a text field; null for what is no typing. */
function typedBy(press: Press): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  return [...press.key].length === 1 ? press.key : (TYPING[press.key] ?? null);
}

/** What a layer does on a press, if anything. */
function handlerOf(layer: KeyLayer, press: Press, inText: boolean): (() => void) | undefined {
  if (inText !== (layer.scope === 'text')) return undefined;
  const code = inText || press.repeat ? null : plainCode(press);
  const own = code === null ? undefined : layer.plain?.(code);
  if (own) return own;
  const action = actionOf(layer.scope, press);
  return action === null ? undefined : layer.handlers[action];
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  if (within(event.target, FOREIGN) || pressesItself(event)) return;
  const inText = within(event.target, TEXT);
  for (const { current: layer } of layers.toReversed()) {
    const run = keeps(layer, event, inText) ? () => undefined : handlerOf(layer, event, inText);
    if (run) {
      event.preventDefault();
      run();
      return;
    }
    if (layer.exclusive && !inText) return;
  }
}

/**
 * Binds the keys of a scope while the component is shown; a layer that came later is asked first. In a layout effect, so that
 * no key is lost between the first paint and the binding.
 */
export function useKeys(layer: KeyLayer): void {
  const latest = useRef(layer);
  latest.current = layer;
  useLayoutEffect(() => {
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown);
    layers.push(latest);
    return () => {
      layers.splice(layers.indexOf(latest), 1);
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** The handler an action has at this moment, from the newest layer that has one. */
export const handlerFor = (id: ActionId): (() => void) | undefined =>
  layers.toReversed().find(({ current }) => current.handlers[id])?.current.handlers[id];

/** What an action is called at this moment, from the newest layer that knows; null where the table's name will do. */
export const nameFor = (id: ActionId): string | null =>
  layers
    .toReversed()
    .find(({ current }) => current.names?.[id])
    ?.current.names?.[id]?.() ?? null;
