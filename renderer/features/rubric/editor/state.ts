import type { StateCreator } from 'zustand';
import type { Failure } from '../../../../shared/contract/result.ts';
import type { RubricVersion } from '../../../../shared/contract/rubric.ts';
import type { Rubric } from '../../../../shared/domain/rubric.ts';
import { candidateOf, draftOf, type RubricDraft } from '../../../../shared/domain/rubric-draft.ts';
import type { Bridge } from '../../../calls.ts';
import { begun, changedBy, type History, redone, undone } from './history.ts';

export interface EditorState {
  /** Null while nothing is being edited. */
  history: History | null;
  /** The project whose rubric it is. */
  project: string | null;
  /** The version the draft is made on top of. */
  base: number;
  /** Uid of the dimension that is shown; empty for the rubric's own fields. */
  place: string;
  /** When the draft was last kept on disk, UTC; null while it was not. */
  keptAt: string | null;
  unkept: boolean;
  /** Why the draft could not be kept. */
  failure: Failure | null;
  /** Begins with a draft; one that is new is kept at once. */
  begin(draft: RubricDraft, base: number, keptAt: string | null): void;
  /** Begins with a copy, which is kept once it is changed. */
  edit(rubric: Rubric): void;
  /** Changes the draft; `what` names the field that is typed in, empty for an act of its own. */
  change(change: (draft: RubricDraft) => RubricDraft, what?: string): void;
  show(place: string): void;
  undo(): void;
  redo(): void;
  /** Keeps what is not kept yet. True when all of it is. */
  keep(): Promise<boolean>;
  /** Puts the draft on top of a newer version. */
  rebase(base: number): void;
  /** Saves as the next version, and ends the editing. */
  save(of: Rubric, note: string): Promise<RubricVersion | Failure>;
  discard(): Promise<void>;
  /** Leaves the editor; the draft stays on disk. */
  leave(): Promise<void>;
  /** Ends the editing of another project's rubric. */
  enter(): void;
}

/** A pause in the typing after which the draft is kept, milliseconds. */
const KEEP_AFTER = 300;

const CLOSED = {
  history: null,
  project: null,
  place: '',
  keptAt: null,
  unkept: false,
  failure: null,
} as const;

/** The place stays where its dimension is still there. */
const placeIn = (place: string, { dimensions }: RubricDraft): string =>
  dimensions.some(({ uid }) => uid === place) ? place : '';

interface EditorParts {
  bridge: Pick<Bridge, 'call'>;
  /** The project that is open. */
  project: () => string | null;
  now: () => number;
  newUid: () => string;
}

export const editorState =
  ({ bridge, project, now, newUid }: EditorParts): StateCreator<EditorState> =>
  (set, get) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let keeping: Promise<boolean> = Promise.resolve(true);

    const keepLater = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void get().keep(), KEEP_AFTER);
    };

    const put = (history: History) => {
      if (history === get().history) return;
      set({ history, place: placeIn(get().place, history.draft), unkept: true });
      keepLater();
    };

    const keepNow = async (): Promise<boolean> => {
      const { history, base, unkept } = get();
      if (!history || !unkept || get().project !== project()) return true;
      const { draft } = history;
      const kept = await bridge.call('rubric.keep', { draft: { base, draft } });
      if (get().history === null) return true;
      if (!kept.ok) {
        set({ failure: kept.error });
        return false;
      }
      set({ keptAt: kept.value.keptAt, failure: null, unkept: get().history?.draft !== draft });
      return true;
    };

    const close = () => {
      clearTimeout(timer);
      set(CLOSED);
    };

    return {
      ...CLOSED,
      base: 0,

      begin(draft, base, keptAt) {
        const history = begun(draft);
        set({ ...CLOSED, history, project: project(), base, keptAt, unkept: keptAt === null });
        if (keptAt === null) keepLater();
      },

      edit(rubric) {
        const history = begun(draftOf(rubric, newUid));
        set({ ...CLOSED, history, project: project(), base: rubric.version });
      },

      change(change, what = '') {
        const { history } = get();
        if (history) put(changedBy(history, change(history.draft), what, now()));
      },

      show: (place) => set({ place }),

      undo() {
        const { history } = get();
        if (history) put(undone(history));
      },

      redo() {
        const { history } = get();
        if (history) put(redone(history));
      },

      keep() {
        clearTimeout(timer);
        keeping = keeping.then(keepNow);
        return keeping;
      },

      rebase(base) {
        set({ base, unkept: true });
        keepLater();
      },

      async save(of, note) {
        const { history, base } = get();
        if (!history) throw new Error('nothing is being edited');
        clearTimeout(timer);
        await keeping;
        const rubric = candidateOf(history.draft, of);
        const saved = await bridge.call('rubric.save', { base, rubric, note });
        if (!saved.ok) return saved.error;
        close();
        return saved.value;
      },

      async discard() {
        clearTimeout(timer);
        await keeping;
        close();
        await bridge.call('rubric.keep', { draft: null });
      },

      async leave() {
        if (await get().keep()) close();
      },

      enter() {
        if (get().history && get().project !== project()) close();
      },
    };
  };
