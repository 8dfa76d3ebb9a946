import { candidateRubric } from '../../../shared/domain/comparison.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import type { RatingValue, Rubric } from '../../../shared/domain/rubric.ts';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';
import type { Bridge } from '../../calls.ts';
import { textNow } from '../../catalogue/area.ts';
import { queueText } from '../../catalogue/queue.ts';
import type { Slice } from '../state.ts';
import { type AnsweringActions, answeringActions } from './answering.ts';
import { type Absence, createClock } from './clock.ts';
import { type ComparingActions, comparingActions, goOnFrom } from './comparing.ts';
import { type Desk, say } from './context.ts';
import * as judging from './judging.ts';
import { drain, typeAhead } from './kept.ts';
import * as learning from './learning.ts';
import { isComparison } from './looking.ts';
import * as moving from './moving.ts';
import { createOutbox } from './outbox.ts';
import * as recording from './recording.ts';
import { CLOSED, type Panel, type RateState, type Stretch, wholeOf } from './state.ts';
import * as undoing from './undoing.ts';
import { rubricAt } from './version.ts';
import * as places from './whereabouts.ts';

/** What a rater can do. Everything shows at once and is stored in the order it was done. */
export interface RateActions extends AnsweringActions, ComparingActions {
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
  /** On to the next item marked for the lead, and the next that was skipped. */
  nextMarked(): void;
  nextSkipped(): void;
  /** On from the known answer, or from the agreed answers of a round. */
  learnt(): void;
  /** Shows the agreed answers of the calibration round finished last. */
  showRound(): void;
  /** Veils the screen and counts no time, until it is called with false. */
  pause(paused: boolean): void;
  /** Stores typing that has not been stored yet. */
  flush(): void;
  /** The rater scrolled, or the cursor moved: where they are is kept soon. */
  moved(): void;
  /** Keeps where the rater is at once. */
  keepPlace(): void;
  /** Asks the screen for cursor and scrolling, from now on; null when it is gone. */
  lookThrough(look: (() => places.View) | null): void;
  /** The answers of the lead are taken note of. */
  repliesRead(): void;
  /** Goes to the first item with an answer of the lead that was not seen. */
  showReply(): void;
  /** Cursor and scrolling are where they were. */
  placeRestored(): void;
  /** Resolves when everything done so far is stored or refused. */
  settle(): Promise<void>;
  /** Sends once more what could not be stored. True when nothing is left unsaved. */
  secure(): Promise<boolean>;
  /** Shows what is stored of the item on the screen, after the engine was away. */
  refresh(): Promise<void>;
  /** Keeps a press for when the screen can answer; false when it can now. */
  holds(press: () => void, types?: string | null): boolean;
  /** Asks the screen, from now on, to draw at once what has changed; null when it is gone. */
  drawThrough(draw: (() => void) | null): void;
  /** A text field is there for what was typed ahead into it. */
  typeAhead(insert: (text: string) => void): void;
  /** Says something on the quiet line. */
  tell(text: string): void;
  touch(): void;
  /** Nobody is there, or somebody is again. What they left is stored at once. */
  setAway(why: Absence, isAway: boolean): void;
  /** Active milliseconds on the item so far. */
  activeMs(assignment: string): number;
  /** Active milliseconds since the last rest. */
  sinceRest(): number;
}

export interface RateSlice {
  rate: RateState;
  desk: RateActions;
}

function actionsOf(desk: Desk): RateActions {
  const actions: RateActions = {
    open: () => moving.openQueue(desk),
    close: () => {
      recording.flush(desk);
      places.keepPlace(desk);
      desk.kept.length = 0;
      desk.clock.turnTo(null);
      desk.patch(CLOSED);
    },
    value: (dimension, value, stay) =>
      desk.together(() => {
        judging.giveValue(desk, dimension, value, stay);
        if (!stay) goOnFrom(desk);
      }),
    clear: () => desk.together(() => judging.clearValue(desk)),
    ...answeringActions(desk),
    ...comparingActions(desk),
    jump: (dimension) => desk.patch({ dimension, panel: null, moving: null }),
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
    nextMarked: () => moving.seek(desk, ({ flagged }) => flagged, textNow(queueText).noMarked),
    nextSkipped: () => moving.seek(desk, ({ status }) => status === 'skipped', textNow(queueText).noSkipped),
    learnt: () => learning.learnt(desk),
    showRound: () => {
      const round = learning.lastFinishedRound(desk.state());
      if (round === null) say(desk, textNow(queueText).noRound, true);
      else learning.showRound(desk, round);
    },
    pause: (paused) => {
      actions.setAway('paused', paused);
      desk.patch({ paused });
    },
    flush: () => recording.flush(desk),
    moved: () => places.moved(desk),
    keepPlace: () => places.keepPlace(desk),
    lookThrough: (look) => places.lookThrough(desk, look),
    showReply: () => moving.showReply(desk),
    placeRestored: () => desk.patch({ restored: null }),
    repliesRead: () => desk.patch({ seen: desk.state().replies.map(({ id }) => id) }),
    settle: () => recording.settle(desk),
    secure: () => recording.secure(desk),
    refresh: () => undoing.refresh(desk),
    holds: (press, types = null) => {
      const { waiting, lesson, paused } = desk.state();
      // What stands before the item hears its own keys; the item's are not meant.
      if (lesson !== null || paused) return true;
      if (!waiting) return false;
      desk.kept.push({ run: press, types });
      return true;
    },
    drawThrough: (draw) => {
      desk.draw = draw ?? (() => undefined);
    },
    typeAhead: (insert) => typeAhead(desk, insert),
    tell: (text) => say(desk, text, true),
    touch: () => desk.clock.touch(),
    setAway: (why, isAway) => {
      desk.clock.setAway(why, isAway);
      if (!isAway) return;
      recording.flush(desk);
      places.keepPlace(desk);
    },
    activeMs: (assignment) => desk.clock.total(assignment),
    sinceRest: () => desk.clock.sinceRest(),
  };
  return actions;
}

/** The rubric as it is asked of what is on the screen: of a comparison, what it asks of each candidate. */
function askedBy(rubric: Rubric | null, state: RateState): Rubric | null {
  const held = wholeOf(state);
  return rubric && held && isComparison(held) ? candidateRubric(rubric) : rubric;
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
        if ('dimension' in change || 'panel' in change || 'seen' in change) places.moved(desk);
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
        drain(desk);
      },
      isBatching: () => draft !== null,
      rubric: () => askedBy(rubricAt(desk.state(), get().project), desk.state()),
      settings: () => get().project?.settings ?? DEFAULT_SETTINGS,
      rater: () => get().person?.id ?? null,
      engine: () => get().engine.state,
      kept: [],
      draw: () => undefined,
    };
    return { rate: CLOSED, desk: actionsOf(desk) };
  };
