import type { RatingAction } from '../../../shared/domain/rating.ts';
import type { RatingValue } from '../../../shared/domain/rubric.ts';
import type { Bridge } from '../../calls.ts';
import type { Slice } from '../state.ts';
import { createClock } from './clock.ts';
import { type Desk, say } from './context.ts';
import * as judging from './judging.ts';
import * as moving from './moving.ts';
import { createOutbox } from './outbox.ts';
import * as recording from './recording.ts';
import { CLOSED, type Panel, type RateState, type Stretch } from './state.ts';
import * as undoing from './undoing.ts';

/** What a rater can do. Everything shows at once and is stored in the order it was done. */
export interface RateActions {
  open(): Promise<void>;
  /** Clears the desk. What could not be stored is gone then: `secure` comes first. */
  close(): void;
  value(dimension: string, value: RatingValue, stay?: boolean): void;
  clear(): void;
  jump(dimension: string): void;
  category(category: string): void;
  beginLabel(stretch: Stretch): void;
  label(label: string): void;
  removeSpan(index: number): void;
  panel(panel: Panel | null): void;
  /** Closes a panel if it is the open one. */
  leave(panel: Panel): void;
  typed(action: RatingAction): void;
  record(action: RatingAction): void;
  mark(): void;
  skip(reason: string): void;
  submit(): void;
  next(): void;
  previous(): void;
  nextOpen(): void;
  undo(): void;
  redo(): void;
  retry(): void;
  /** Stores typing that has not been stored yet. */
  flush(): void;
  /** Resolves when everything done so far is stored or refused. */
  settle(): Promise<void>;
  /** Sends once more what could not be stored. True when nothing is left unsaved. */
  secure(): Promise<boolean>;
  /** Shows what is stored of the item on the screen, after the engine was away. */
  refresh(): Promise<void>;
  /** Keeps a press for when the screen can answer; false when it can now. */
  holds(press: () => void): boolean;
  /** Says something on the quiet line. */
  tell(text: string): void;
  touch(): void;
  setHidden(hidden: boolean): void;
  /** Active milliseconds on the item so far. */
  activeMs(assignment: string): number;
}

export interface RateSlice {
  rate: RateState;
  desk: RateActions;
}

function actionsOf(desk: Desk): RateActions {
  return {
    open: () => moving.openQueue(desk),
    close: () => {
      recording.flush(desk);
      desk.kept.length = 0;
      desk.clock.turnTo(null);
      desk.patch(CLOSED);
    },
    value: (dimension, value, stay) => desk.together(() => judging.giveValue(desk, dimension, value, stay)),
    clear: () => desk.together(() => judging.clearValue(desk)),
    jump: (dimension) => desk.patch({ dimension, panel: null }),
    category: (category) => judging.toggleCategory(desk, category),
    beginLabel: (labelling) => desk.patch({ labelling, panel: 'label' }),
    label: (label) => judging.labelSpan(desk, label),
    removeSpan: (index) => judging.removeSpan(desk, index),
    panel: (panel) => judging.openPanel(desk, panel),
    leave: (panel) => {
      if (desk.state().panel === panel) judging.openPanel(desk, null);
    },
    typed: (action) => recording.typed(desk, action),
    record: (action) => recording.recordHere(desk, action),
    mark: () => judging.toggleMark(desk),
    skip: (reason) => desk.together(() => judging.skip(desk, reason)),
    submit: () => desk.together(() => judging.submit(desk)),
    next: () => moving.step(desk, 1),
    previous: () => moving.step(desk, -1),
    nextOpen: () => moving.advance(desk),
    undo: () => void undoing.walk(desk, 'undo'),
    redo: () => void undoing.walk(desk, 'redo'),
    retry: () => recording.retry(desk),
    flush: () => recording.flush(desk),
    settle: () => recording.settle(desk),
    secure: () => recording.secure(desk),
    refresh: () => undoing.refresh(desk),
    holds: (press) => {
      if (!desk.state().waiting) return false;
      desk.kept.push(press);
      return true;
    },
    tell: (text) => say(desk, text, true),
    touch: () => desk.clock.touch(),
    setHidden: (hidden) => desk.clock.setHidden(hidden),
    activeMs: (assignment) => desk.clock.total(assignment),
  };
}

export const rateSlice =
  (bridge: Bridge): Slice<RateSlice> =>
  (set, get) => {
    let draft: RateState | null = null;
    const desk: Desk = {
      bridge,
      clock: createClock(() => performance.now()),
      outbox: createOutbox(recording.outboxEdge(() => desk)),
      state: () => draft ?? get().rate,
      patch: (change) => {
        const rate = { ...desk.state(), ...change };
        if (draft) draft = rate;
        else set({ rate });
      },
      together: (act) => {
        if (draft) return act();
        draft = get().rate;
        try {
          act();
        } finally {
          const rate = draft;
          draft = null;
          if (rate !== get().rate) set({ rate });
        }
      },
      rubric: () => get().project?.rubric ?? null,
      rater: () => get().person?.id ?? null,
      engine: () => get().engine.state,
      kept: [],
    };
    return { rate: CLOSED, desk: actionsOf(desk) };
  };
