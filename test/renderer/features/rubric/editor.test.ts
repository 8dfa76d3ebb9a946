import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import {
  addDimension,
  duplicateDimension,
  moveDimension,
  removeDimension,
  setDimension,
  setKind,
  setLabel,
} from '../../../../renderer/features/rubric/editor/edits.ts';
import { type EditorState, editorState } from '../../../../renderer/features/rubric/editor/state.ts';
import { draftOf, type RubricDraft } from '../../../../shared/domain/rubric-draft.ts';
import { draftProblems } from '../../../../shared/domain/rubric-problems.ts';
import { TestEngine } from '../../../support/engine.ts';
import { ssfb } from '../../../support/rubric.ts';
import { tempFolder } from '../../../support/temp-folder.ts';
import { enginePage } from '../engine-page.ts';

const folder = tempFolder();
const engine = new TestEngine();
beforeAll(() => engine.ask('project.create', { file: join(folder, 'page.touchstone') }));
afterAll(() => engine.close());

let names = 0;
const newUid = () => {
  names += 1;
  return `u${names}`;
};

/** An editor over the engine, with a clock that is set by hand. */
function editor() {
  const clock = { now: 0, project: 'p' };
  const store = createStore<EditorState>()(
    editorState({ ...enginePage(engine), project: () => clock.project, now: () => clock.now, newUid }),
  );
  const draft = (): RubricDraft => {
    const { history } = store.getState();
    if (!history) throw new Error('nothing is being edited');
    return history.draft;
  };
  const title = (text: string) => store.getState().change((before) => ({ ...before, title: text }), 'title');
  return { clock, store, act: store.getState(), draft, title };
}
const kept = async () => (await engine.ask('rubric.read', {})).draft;
const ids = ({ dimensions }: RubricDraft) => dimensions.map(({ id }) => id);

describe('a draft', () => {
  test('is kept on disk a moment after each change, and goes on from there', async () => {
    const { store, act, title, draft } = editor();
    act.edit(ssfb);
    expect(store.getState()).toMatchObject({ base: 1, keptAt: null, unkept: false });
    title('In four steps');
    expect(await act.keep()).toBe(true);
    expect(await kept()).toMatchObject({ base: 1, actor: 'Lea', draft: draft() });
    expect(store.getState()).toMatchObject({ unkept: false, keptAt: expect.any(String), failure: null });

    const later = editor();
    const found = await kept();
    if (found) later.act.begin(found.draft, found.base, found.keptAt);
    expect(later.draft().title).toBe('In four steps');
    await later.act.discard();
    expect(await kept()).toBeNull();
    expect(later.store.getState().history).toBeNull();
  });

  test('of another project is not kept in this one', async () => {
    const { clock, act, store, title } = editor();
    act.edit(ssfb);
    title('Elsewhere');
    clock.project = 'another';
    await act.keep();
    act.enter();
    expect(await kept()).toBeNull();
    expect(store.getState().history).toBeNull();
  });

  test('is saved as the next version, or says why not and stays', async () => {
    const { act, store, title } = editor();
    act.edit(ssfb);
    expect(await act.save(ssfb, '')).toMatchObject({ code: 'RUBRIC_UNCHANGED' });
    title('In other words');
    expect(store.getState().history).not.toBeNull();
    expect(await act.save(ssfb, 'Why')).toMatchObject({ rubric: { version: 2, title: 'In other words' } });
    expect(store.getState().history).toBeNull();
    act.edit(ssfb);
    title('Too late');
    expect(await act.save(ssfb, '')).toMatchObject({ code: 'RUBRIC_STALE' });
    act.rebase(2);
    expect(await act.save(ssfb, '')).toMatchObject({ rubric: { version: 3, title: 'Too late' } });
  });
});

describe('undo and redo', () => {
  test('take typing without a pause as one step, and each act by itself', () => {
    const { clock, act, draft, title, store } = editor();
    act.edit(ssfb);
    for (const text of ['A', 'A ', 'A n', 'A ne']) {
      title(text);
      clock.now += 100;
    }
    clock.now += 5000;
    title('A new');
    act.change((before) => ({ ...before, guidelines: 'Short.' }), 'guidelines');
    act.undo();
    expect(draft()).toMatchObject({ title: 'A new', guidelines: ssfb.guidelines });
    act.undo();
    expect(draft().title).toBe('A ne');
    act.undo();
    expect(draft().title).toBe(ssfb.title);
    act.undo();
    act.redo();
    act.redo();
    act.redo();
    act.redo();
    expect(draft()).toMatchObject({ title: 'A new', guidelines: 'Short.' });
    act.undo();
    title('Another');
    expect(store.getState().history?.future).toEqual([]);
  });

  test('leave the place when its dimension is gone', () => {
    const { act, store, draft } = editor();
    act.edit(ssfb);
    const uid = draft().dimensions[1]?.uid ?? '';
    act.show(uid);
    act.change((before) => removeDimension(before, uid));
    expect(store.getState().place).toBe('');
    act.undo();
    expect(ids(draft())).toEqual(ssfb.dimensions.map(({ id }) => id));
  });
});

describe('changes of a draft', () => {
  const draft = () => draftOf(ssfb, newUid);
  const uidAt = ({ dimensions }: RubricDraft, at: number) => dimensions[at]?.uid ?? '';

  test('a new dimension has an id that follows its label until it is known or set', () => {
    const { draft: more, added } = addDimension(draft(), newUid);
    const named = setLabel(more, added, 'Überzeugend & kurz', false);
    expect(ids(named).at(-1)).toBe('uberzeugend_kurz');
    expect(ids(setLabel(named, added, 'Fluency', false)).at(-1)).toBe('fluency_2');
    const set = setDimension(named, added, { id: 'own' });
    expect(ids(setLabel(set, added, 'Other', false)).at(-1)).toBe('own');
    expect(ids(setLabel(draft(), uidAt(draft(), 0), 'Sense', true))[0]).toBe('sensibleness');
  });

  test('a copy stands behind what it is of, with an id of its own', () => {
    const before = draft();
    const { draft: after, added } = duplicateDimension(before, uidAt(before, 2), newUid);
    expect(ids(after)).toEqual(['sensibleness', 'specificity', 'fluency', 'fluency_2', 'bias']);
    expect(after.dimensions[3]).toMatchObject({ uid: added, key: '' });
    expect(new Set(after.dimensions.flatMap(({ options }) => options.map(({ uid }) => uid))).size).toBe(
      after.dimensions.flatMap(({ options }) => options).length,
    );
  });

  test('what is moved beyond the ends stays', () => {
    const before = draft();
    expect(ids(moveDimension(before, uidAt(before, 3), 0))).toEqual([
      'bias',
      'sensibleness',
      'specificity',
      'fluency',
    ]);
    expect(ids(moveDimension(before, uidAt(before, 0), -1))).toEqual(ids(before));
  });

  test('any kind can become any other without a fault of its own', () => {
    const kinds = ['options', 'slider', 'categories', 'text'] as const;
    const { draft: more, added } = addDimension(draft(), newUid);
    for (const first of kinds)
      for (const second of kinds) {
        const changed = setKind(setKind(more, added, first, newUid), added, second, newUid);
        const faults = draftProblems(changed).filter(({ field }) => field !== 'label');
        expect(faults, `${first} to ${second}`).toEqual([]);
      }
  });
});
