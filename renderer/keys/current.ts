import { create } from 'zustand';
import { chordId } from './chords.ts';
import type { Scope } from './keymap.ts';
import { type Binding, type KeyNote, type OwnKeys, resolveKeys } from './resolve.ts';

/** The bindings of a scope by what is pressed. */
interface ScopeIndex {
  /** By position with modifiers. */
  positions: ReadonlyMap<string, Binding>;
  /** By the sign a key types. */
  signs: ReadonlyMap<string, Binding>;
}

export interface Keymap {
  /** The table with the keys that hold now. */
  bindings: readonly Binding[];
  /** Stored keys that could not be used. */
  notes: readonly KeyNote[];
  hand: OwnKeys['hand'];
  index: Readonly<Record<Scope, ScopeIndex>>;
  /** Position -> the key of a value as rubrics name it: KeyJ -> Digit1 where the value 1 lies there. */
  values: ReadonlyMap<string, string>;
  /** The other way round: Digit1 -> KeyJ. */
  places: ReadonlyMap<string, string>;
  /** Single positions that Rate or the frame need for themselves; a rubric cannot take them. */
  taken: ReadonlySet<string>;
  /** Position -> what the user's keyboard has there; empty until it is known. */
  caps: ReadonlyMap<string, string>;
  /** Grows with every change: what shows keys is drawn again. */
  version: number;
}

function indexOf(bindings: readonly Binding[], scope: Scope): ScopeIndex {
  const rows = bindings.filter((row) => row.scope === scope && !row.byRubric);
  const pairs = rows.flatMap((row) => row.chords.map((chord) => ({ row, chord })));
  return {
    positions: new Map(
      pairs.filter(({ chord }) => !chord.types).map(({ row, chord }) => [chordId(chord), row]),
    ),
    signs: new Map(pairs.flatMap(({ row, chord }) => (chord.types ? [[chord.types, row] as const] : []))),
  };
}

const VALUE = /^value\.(\d)$/;

function keymapOf(own: OwnKeys): Omit<Keymap, 'caps' | 'version'> {
  const { bindings, notes } = resolveKeys(own);
  const slots = bindings.flatMap(({ id, chords }) => {
    const figure = VALUE.exec(id)?.[1];
    return figure === undefined ? [] : [{ name: `Digit${figure}`, codes: chords.map(({ code }) => code) }];
  });
  const needed = bindings.filter(({ scope }) => scope === 'rate' || scope === 'frame');
  const single = needed.flatMap(({ chords }) => chords.filter((chord) => chordId(chord) === chord.code));
  return {
    bindings,
    notes,
    hand: own.hand,
    index: {
      frame: indexOf(bindings, 'frame'),
      start: indexOf(bindings, 'start'),
      import: indexOf(bindings, 'import'),
      rate: indexOf(bindings, 'rate'),
      adjudicate: indexOf(bindings, 'adjudicate'),
      audit: indexOf(bindings, 'audit'),
      transcripts: indexOf(bindings, 'transcripts'),
      text: indexOf(bindings, 'text'),
    },
    values: new Map(slots.flatMap(({ name, codes }) => codes.map((code) => [code, name] as const))),
    places: new Map(
      slots.flatMap(({ name, codes }) => codes.slice(0, 1).map((code) => [name, code] as const)),
    ),
    taken: new Set(single.map(({ code }) => code)),
  };
}

/** The keys that hold now, as a hook and as a store. */
export const useKeymap = create<Keymap>(() => ({
  ...keymapOf({ hand: 'both', keys: {} }),
  caps: new Map(),
  version: 0,
}));

export const current = (): Keymap => useKeymap.getState();

/** From now on these keys hold. */
export const applyKeys = (own: OwnKeys): void =>
  useKeymap.setState(({ version }) => ({ ...keymapOf(own), version: version + 1 }));

/** Takes in what the user's keyboard has on its positions; draws nothing again where nothing differs. */
export function applyCaps(caps: ReadonlyMap<string, string>): void {
  const before = current().caps;
  if (caps.size === before.size && [...caps].every(([code, cap]) => before.get(code) === cap)) return;
  useKeymap.setState(({ version }) => ({ caps, version: version + 1 }));
}
