import { useMemo } from 'react';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { ActionId } from '../../keys/keymap.ts';
import { dimensionKeys, letterKeys, optionKeys } from '../../keys/rubric-keys.ts';
import { type KeyLayer, useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { spanLabels } from '../../store/rate/flow.ts';
import { currentOf } from '../../store/rate/state.ts';
import { ANSWER_PANE } from './Answer.tsx';
import { CONTEXT } from './Context.tsx';
import { answerElement, selectedStretch, selectStretch } from './selection.ts';
import { desk } from './useRate.ts';
import { MOVES, type Move } from './words.ts';

export type RateHandlers = Record<
  Extract<ActionId, 'rationale' | 'rewrite' | 'label' | 'skip' | 'mark' | 'guidelines' | 'submit'>,
  () => void
>;

/** A key press scrolls by this many pixels: about three lines. */
const SCROLL = 88;

const scroll = (id: string, by: number) => () => document.getElementById(id)?.scrollBy({ top: by });

const select = (move: Move) => () => {
  const root = answerElement();
  if (!root) return;
  const to = MOVES[move](root.textContent ?? '', selectedStretch(root));
  if (to) selectStretch(root, to);
};

/** Labels the selected text: at once where there is one label to give, else asks which. */
function label(rubric: Rubric): void {
  const root = answerElement();
  const stretch = root ? selectedStretch(root) : null;
  const labels = spanLabels(rubric, currentOf(useApp.getState().rate)?.rating.categories ?? []);
  const [only] = labels;
  if (only === undefined) desk().tell('This rubric has no labels for text.');
  else if (!stretch) desk().tell('Select text first: → takes a word, Shift+→ one more.');
  else {
    desk().beginLabel(stretch);
    if (labels.length === 1) desk().label(only);
  }
}

const toggleFolds = () => {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>(`#${CONTEXT} [data-fold]`))
    fold.open = !fold.open;
};

/** What the commands of the rail do, by key or by mouse. */
const handlersOf = (rubric: Rubric): RateHandlers => ({
  rationale: () => desk().panel('rationale'),
  rewrite: () => desk().panel('rewrite'),
  label: () => label(rubric),
  skip: () => desk().panel('skip'),
  mark: () => desk().mark(),
  guidelines: () => useApp.getState().showOverlay('guidelines'),
  submit: () => desk().submit(),
});

/** The keys the rubric names: letters of categories while they are chosen, options of the dimension, dimensions. */
function rubricKeys(rubric: Rubric): NonNullable<KeyLayer['plain']> {
  const jumps = new Map([...dimensionKeys(rubric)].map(([id, code]) => [code, id]));
  const tables = new Map(
    rubric.dimensions.map((entry) => {
      const codes = optionKeys(entry);
      const options = new Map(entry.options.map(({ value }, index) => [codes[index] ?? '', value]));
      const letters = new Map([...letterKeys(entry.categories ?? [])].map(([name, code]) => [code, name]));
      return [entry.id, { options, letters }];
    }),
  );
  return (code) => {
    const { dimension, panel } = useApp.getState().rate;
    const table = tables.get(dimension ?? '');
    const category = panel === 'categories' ? table?.letters.get(code) : undefined;
    if (category !== undefined) return () => desk().category(category);
    const value = table?.options.get(code);
    if (value !== undefined && dimension !== null) return () => desk().value(dimension, value);
    const jump = jumps.get(code);
    return jump === undefined ? undefined : () => desk().jump(jump);
  };
}

/** Binds the keys of Rate; what they do is also what the buttons do. */
export function useRateKeys(rubric: Rubric): RateHandlers {
  const { handlers, plain } = useMemo(
    () => ({ handlers: handlersOf(rubric), plain: rubricKeys(rubric) }),
    [rubric],
  );
  useKeys({
    scope: 'rate',
    plain,
    holds: desk().holds,
    handlers: {
      ...handlers,
      'value.clear': desk().clear,
      undo: desk().undo,
      redo: desk().redo,
      next: desk().next,
      previous: desk().previous,
      nextOpen: desk().nextOpen,
      escape: () => desk().panel(null),
      system: toggleFolds,
      'scroll.down': scroll(ANSWER_PANE, SCROLL),
      'scroll.up': scroll(ANSWER_PANE, -SCROLL),
      'context.down': scroll(CONTEXT, SCROLL * 3),
      'context.up': scroll(CONTEXT, -SCROLL * 3),
      'word.next': select('next'),
      'word.previous': select('previous'),
      'word.extend': select('extend'),
      'word.shrink': select('shrink'),
      'sentence.extend': select('sentence'),
    },
  });
  useKeys({
    scope: 'text',
    handlers: {
      'text.leave': () => desk().panel(null),
      'text.submit': () => {
        desk().panel(null);
        desk().submit();
      },
    },
  });
  return handlers;
}
