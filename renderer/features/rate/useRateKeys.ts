import { useMemo } from 'react';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useKeymap } from '../../keys/current.ts';
import type { ActionId } from '../../keys/keymap.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { preferenceKey } from './comparison-keys.ts';
import { readingHandlers } from './reading-handlers.ts';
import { label } from './spans/acts.ts';
import { desk } from './useRate.ts';
import { stepSaid } from './useUndoWords.ts';
import { askWhyNot, clearOrErase, onSlider, toggled, valueKeys } from './value-keys.ts';

export type RateHandlers = Record<
  Extract<
    ActionId,
    | 'rationale'
    | 'rewrite'
    | 'label'
    | 'skip'
    | 'mark'
    | 'guidelines'
    | 'submit'
    | 'cannot'
    | 'meaning'
    | 'snippets'
  >,
  () => void
>;

/** What the commands of the rail do, by key or by mouse. */
const handlersOf = (rubric: Rubric): RateHandlers => ({
  rationale: () => desk().panel('rationale'),
  rewrite: () => desk().panel('rewrite'),
  label: () => label(rubric),
  skip: () => desk().panel('skip'),
  mark: () => desk().mark(),
  guidelines: () => useApp.getState().showOverlay('guidelines'),
  submit: () => desk().goOn(),
  cannot: askWhyNot(rubric),
  meaning: toggled('meaning'),
  snippets: toggled('snippets'),
});

/** Binds the keys of Rate; what they do is also what the buttons do. */
export function useRateKeys(rubric: Rubric): RateHandlers {
  const keymap = useKeymap();
  const handlers = useMemo(() => handlersOf(rubric), [rubric]);
  // With other keys the rubric's letters lie elsewhere.
  const plain = useMemo(() => {
    const values = valueKeys(rubric, keymap);
    return (code: string) => preferenceKey(code) ?? values(code);
  }, [rubric, keymap]);
  const reading = useMemo(() => readingHandlers(rubric), [rubric]);
  useKeys({
    scope: 'rate',
    plain,
    holds: desk().holds,
    names: {
      undo: () => stepSaid(rubric, useApp.getState().rate, 'undo'),
      redo: () => stepSaid(rubric, useApp.getState().rate, 'redo'),
    },
    handlers: {
      ...reading,
      'word.next': onSlider(rubric, 1, reading['word.next']),
      'word.previous': onSlider(rubric, -1, reading['word.previous']),
      'word.extend': onSlider(rubric, 10, reading['word.extend']),
      'word.shrink': onSlider(rubric, -10, reading['word.shrink']),
      ...handlers,
      'value.clear': clearOrErase(rubric),
      'candidate.next': () => desk().walkCandidates(1),
      'candidate.previous': () => desk().walkCandidates(-1),
      undo: desk().undo,
      redo: desk().redo,
      next: desk().next,
      previous: desk().previous,
      nextOpen: desk().nextOpen,
      nextMarked: desk().nextMarked,
      nextSkipped: desk().nextSkipped,
      round: desk().showRound,
      pause: () => desk().pause(true),
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
