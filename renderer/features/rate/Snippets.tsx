import { useState } from 'react';
import { textNow, useText } from '../../catalogue/area.ts';
import { judgingText } from '../../catalogue/judging.ts';
import { railText } from '../../catalogue/rail.ts';
import { useApp } from '../../store/app.ts';
import { opening } from '../../ui/format.ts';
import { type Pick, PickMenu } from './PickMenu.tsx';
import { desk, useHeld } from './useRate.ts';

/** Figures 1 to 9 and 0 name the sentences. */
const MOST = 10;
const SHOWN = 90;
const codeAt = (index: number): string => `Digit${(index + 1) % 10}`;

const keep = (snippets: string[]) => useApp.getState().remember({ snippets });

/** The sentences a rater says often: put into the rationale by a figure, saved from it, taken off the list. */
export function Snippets() {
  const t = useText(railText);
  const [dropping, setDropping] = useState(false);
  const snippets = useApp((state) => state.preferences.snippets);
  const rationale = useHeld(({ rating }) => rating.rationale, '').trim();
  const listed = snippets.slice(0, MOST);
  const sentences = listed.map(
    (sentence, index): Pick => ({
      code: codeAt(index),
      label: opening(sentence, SHOWN),
      onPick: () => {
        if (!dropping) return desk().insert(sentence);
        keep(snippets.toSpliced(index, 1));
        setDropping(false);
        desk().tell(textNow(judgingText).snippetGone);
      },
    }),
  );
  const save: Pick = {
    code: 'KeyS',
    label: t.saveSnippet,
    onPick: () => {
      if (rationale === '') return desk().tell(textNow(judgingText).nothingToSave);
      keep([rationale, ...snippets.filter((sentence) => sentence !== rationale)]);
      desk().tell(textNow(judgingText).snippetSaved);
    },
  };
  const drop: Pick = {
    code: 'KeyD',
    label: dropping ? t.keepSnippets : t.dropSnippet,
    onPick: () => setDropping(!dropping),
  };
  return (
    <PickMenu
      wide
      title={dropping ? t.dropTitle : t.snippetsTitle}
      prompt={t.chooseSnippet}
      picks={[...sentences, ...(dropping ? [] : [save]), ...(listed.length > 0 ? [drop] : [])]}
    />
  );
}
