import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createBridge } from '../../../renderer/calls.ts';
import { assignmentAt } from '../../../renderer/store/rate/state.ts';
import { type AppState, appState } from '../../../renderer/store/state.ts';
import type { TouchstoneBridge } from '../../../shared/contract/bridge.ts';
import { isCommandName, isEngineCommand } from '../../../shared/contract/commands.ts';
import { preferences } from '../../../shared/contract/preferences.ts';
import { ok, type Result } from '../../../shared/contract/result.ts';
import { type RatingAction, refusal, type Span } from '../../../shared/domain/rating.ts';
import { TestEngine, withEngine } from '../../support/engine.ts';
import { JournalModel } from '../../support/journal-model.ts';
import { fc } from '../../support/property.ts';
import { idOf, makeStudy, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';

const folder = tempFolder();
let study: Study;
let copies = 0;
beforeAll(async () => {
  study = await withEngine((engine) => makeStudy(engine, folder, { conversations: 4, overlap: 3 }));
});

/** The window's store over the real engine and a real file; what belongs to the window itself answers as it does at rest. */
class Window {
  readonly engine = new TestEngine();
  readonly store = createStore<AppState>()(appState(createBridge(this.bridge())));

  static async open(path: string): Promise<Window> {
    const window = new Window();
    const now = () => window.store.getState();
    await now().begin();
    await now().openProject(path);
    const ada = now().project?.raters.find(({ name }) => name === 'Ada');
    if (!ada) throw new Error('Ada is not a rater of this study');
    await now().choosePerson(ada);
    now().navigate('rate');
    await vi.waitUntil(() => now().rate.stage === 'open');
    await window.settled();
    return window;
  }

  get desk() {
    return this.store.getState().desk;
  }

  get rate() {
    return this.store.getState().rate;
  }

  async settled(): Promise<void> {
    await this.desk.settle();
    await vi.waitUntil(() => !this.rate.waiting && this.rate.unsaved === 0, { interval: 1 });
  }

  /** The item on the screen, made to be there where the queue is through. */
  async here(): Promise<string> {
    if (assignmentAt(this.rate) === null) this.desk.previous();
    await this.settled();
    return assignmentAt(this.rate) ?? '';
  }

  private bridge(): TouchstoneBridge {
    const OWN: Record<string, unknown> = {
      'app.state': {
        version: '0',
        platform: 'linux',
        preferences: preferences.parse({}),
        recents: [],
        launch: null,
      },
      'app.remember': preferences.parse({}),
      'profiles.list': [],
      'profile.enter': preferences.parse({}),
      'profile.leave': preferences.parse({}),
    };
    return {
      call: async (name, input, options) => {
        const answer: Result<unknown> =
          isCommandName(name) && isEngineCommand(name)
            ? await this.engine.engine.dispatch(name, input, { actor: options?.actor ?? 'Lea' })
            : ok(OWN[name] ?? {});
        return structuredClone(answer) as never;
      },
      dropped: async () => [],
      listen: () => () => undefined,
    };
  }
}

const deeds = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('value' as const),
      dimension: fc.constantFrom('sensibleness', 'specificity', 'fluency'),
      value: fc.constant(1),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('value' as const),
      dimension: fc.constantFrom('sensibleness', 'specificity'),
      value: fc.constant(0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bias' as const), value: fc.constantFrom(0, 1) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'category' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      text: fc.constantFrom('T', 'To', 'Too', 'Too ', 'Too v', 'Too vague'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rewrite' as const),
      text: fc.constantFrom('It has shipped.', 'It has not shipped.', null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('cannot' as const),
      dimension: fc.constantFrom('sensibleness', 'fluency'),
      reason: fc.constantFrom('language', null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('span' as const), start: fc.constantFrom(0, 3) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'skip' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'submit' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'mark' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      by: fc.constantFrom('next' as const, 'previous' as const),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      kind: fc.constantFrom('undo' as const, 'redo' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'reload' as const }) },
);
type Deed = typeof deeds extends fc.Arbitrary<infer One> ? One : never;

const inText = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** What a deed on an item is in the journal, given the rating it meets; the window adds what goes with a value. */
function actionsOf(deed: Deed, rating: ReturnType<JournalModel['rating']>): RatingAction[] {
  switch (deed.do) {
    case 'value':
      if (rating.values[deed.dimension] === deed.value) return [];
      return [{ kind: 'value', dimension: deed.dimension, value: deed.value }];
    case 'bias': {
      if (rating.values.bias === deed.value) return [];
      const given: RatingAction = { kind: 'value', dimension: 'bias', value: deed.value };
      if (deed.value === 1) return [given];
      return [
        given,
        ...(rating.categories.length > 0 ? [{ kind: 'categories' as const, categories: [] }] : []),
        ...(rating.spans.length > 0 ? [{ kind: 'spans' as const, spans: [] }] : []),
      ];
    }
    case 'category':
      return [{ kind: 'categories', categories: rating.categories.includes('age') ? [] : ['age'] }];
    case 'type':
      return [{ kind: 'rationale', text: deed.text }];
    case 'rewrite':
      return [{ kind: 'rewrite', text: deed.text }];
    case 'cannot':
      return [{ kind: 'cannot', dimension: deed.dimension, reason: deed.reason }];
    case 'span':
      return [
        { kind: 'spans', spans: [...rating.spans, { start: deed.start, end: 5, label: 'age' }].sort(inText) },
      ];
    case 'skip':
      return [{ kind: 'skip', reason: 'unclear' }];
    case 'mark':
      return [{ kind: 'flag', flagged: !rating.flagged, question: '' }];
    case 'submit':
      return [{ kind: 'submit' }];
    default:
      return [];
  }
}

/** What steps are called: a text is no part of their name. */
const names = ({ undo, redo }: ReturnType<JournalModel['next']>) =>
  [undo, redo].map((step) => {
    if (!step) return null;
    const { assignment, action } = step;
    return [assignment, action.kind === 'rationale' ? action.kind : action];
  });

/** Does it as a key would. */
function doIt({ desk }: Window, deed: Deed): void {
  if (deed.do === 'value') desk.value(deed.dimension, deed.value);
  else if (deed.do === 'bias') desk.value('bias', deed.value);
  else if (deed.do === 'category') desk.category('age');
  else if (deed.do === 'type') desk.typed({ kind: 'rationale', text: deed.text });
  else if (deed.do === 'rewrite') desk.typed({ kind: 'rewrite', text: deed.text });
  else if (deed.do === 'cannot') desk.cannot(deed.dimension, deed.reason);
  else if (deed.do === 'span') {
    desk.beginLabel({ start: deed.start, end: 5 });
    desk.label('age');
  } else if (deed.do === 'skip') desk.skip('unclear');
  else if (deed.do === 'step') desk[deed.by]();
  else if (deed.do === 'move') desk[deed.kind]();
  else if (deed.do !== 'reload') desk[deed.do]();
}

describe('the window over the real engine', () => {
  test('shows and stores what a simple model says, whatever is done, undone, brought back and opened again', async () => {
    const rater = idOf(study, 'Ada');
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 8, maxLength: 40 }), async (all) => {
        copies += 1;
        const path = join(folder, `copy-${copies}.touchstone`);
        copyFileSync(study.path, path);
        const model = new JournalModel();
        let window = await Window.open(path);
        const { rubric } = window.store.getState().project ?? {};
        for (const deed of all) {
          const assignment = await window.here();
          const rating = model.rating(assignment);
          const isDone = rating.status !== 'draft';
          if (deed.do === 'reload') {
            await window.engine.close();
            window = await Window.open(path);
            continue;
          }
          // Categories are offered while a value asks for them.
          if ((deed.do === 'category' || deed.do === 'span') && rating.values.bias !== 1) continue;
          // Nothing can be asked of a dimension that is not asked itself.
          if (deed.do === 'cannot' && (deed.reason === null) !== deed.dimension in rating.cannot) continue;
          if (deed.do === 'move') model.move(rater, deed.kind);
          // A done item is left as it is by a submit, and one with gaps is not submitted.
          const isRefused = (action: RatingAction): boolean =>
            action.kind === 'submit' &&
            (isDone || (rubric !== undefined && refusal(rubric, rating, action, 0) !== null));
          for (const action of actionsOf(deed, rating))
            if (!isRefused(action)) model.act(rater, assignment, action);
          doIt(window, deed);
          await window.settled();
          expect(window.rate.trouble).toBeNull();
          expect(names(window.rate.next)).toEqual(names(model.next(rater)));
          for (const { item, rating: shown } of Object.values(window.rate.held))
            expect(shown).toEqual(model.rating(item.assignment));
        }
        const { entries } = await window.engine.ask('queue.open', { rater });
        for (const { assignment, status } of entries) {
          const { stored } = await window.engine.ask('item.show', { assignment });
          expect(stored.rating).toEqual(model.rating(assignment));
          expect(window.rate.queue.find((entry) => entry.assignment === assignment)?.status).toBe(status);
        }
        await window.engine.close();
      }),
      { numRuns: times(12, 300) },
    );
  }, 900_000);
});
