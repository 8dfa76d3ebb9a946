import type { Desk } from './context.ts';
import type { Panel } from './state.ts';

/** A press that came while the screen could not answer. */
export interface KeptPress {
  run(): void;
  /** What it types in a text field: a sign, a new line, or a step back (`\b`); null for what is no typing. */
  types: string | null;
}

/** Panels that are text fields: what is pressed once one is open is its text. */
const FIELDS: ReadonlySet<Panel> = new Set(['rationale', 'rewrite', 'mark', 'text', 'cannotWhy', 'skipWhy']);
export const isField = (panel: Panel | null): boolean => panel !== null && FIELDS.has(panel);
/** The field of one line, in which a new line is no text: it ends the writing. */
const ONE_LINE: Panel = 'skipWhy';

/** Desks whose kept presses are being done: one that makes the screen ready again does not do those after it before its own end. */
const draining = new WeakSet<Desk>();

/**
 * Does what was pressed meanwhile, in order, each when what those before it changed is drawn: a press means what the screen shows then.
 * Where one opens a text field, those after it were meant for the field: they wait until it is there. Inside a batch nothing is done;
 * the batch's end does it.
 */
export function drain(desk: Desk): void {
  if (draining.has(desk)) return;
  draining.add(desk);
  try {
    while (!desk.state().waiting && !desk.isBatching()) {
      const next = desk.kept.shift();
      if (!next) return;
      doNext(desk, next);
    }
  } finally {
    draining.delete(desk);
  }
}

function doNext(desk: Desk, next: KeptPress): void {
  desk.draw();
  const before = desk.state().panel;
  next.run();
  const { panel, waiting } = desk.state();
  if (desk.kept.length > 0 && !waiting && panel !== before && isField(panel)) desk.patch({ waiting: true });
}

/** Takes the signs that were typed next off what was kept. */
function typedNext({ kept, state }: Desk): string {
  const ends = state().panel === ONE_LINE ? [null, '\n'] : [null];
  const end = kept.findIndex(({ types }) => ends.includes(types));
  return kept
    .splice(0, end === -1 ? kept.length : end)
    .map(({ types }) => types)
    .join('');
}

/** The field is there: what was typed ahead goes into it until a press leaves it, and what was pressed after that is done. */
export function typeAhead(desk: Desk, insert: (text: string) => void): void {
  const { panel } = desk.state();
  insert(typedNext(desk));
  desk.patch({ waiting: false });
  while (desk.state().panel === panel && !desk.state().waiting) {
    const next = desk.kept.shift();
    if (!next) return;
    doNext(desk, next);
    if (desk.state().panel === panel) insert(typedNext(desk));
  }
  drain(desk);
}
