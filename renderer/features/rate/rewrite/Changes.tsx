import { memo, useMemo } from 'react';
import { useText } from '../../../catalogue/area.ts';
import { readingText } from '../../../catalogue/reading.ts';
import { count } from '../../../ui/format.ts';
import classes from './Changes.module.css';
import { type Change, wordDiff } from './word-diff.ts';

/** Of what stayed as it was, so much is shown beside a change: characters. */
const BESIDE = 120;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const wordsIn = (changes: readonly Change[], kind: Change['kind']): number => {
  const texts = changes.filter((change) => change.kind === kind).map(({ text }) => text);
  return Array.from(words.segment(texts.join(' '))).filter(({ isWordLike }) => isWordLike).length;
};

/** What stayed as it was, its middle left out where it is long. */
function Same({ text, isFirst, isLast }: { text: string; isFirst: boolean; isLast: boolean }) {
  const t = useText(readingText).rewrite;
  const [start, end] = [isFirst ? 0 : BESIDE, isLast ? 0 : BESIDE];
  if (text.length <= start + end + BESIDE) return text;
  const cut = text.length - end;
  return (
    <>
      {text.slice(0, start)}
      <span className={classes.left}>… {t.unchanged(count(cut - start))} …</span>
      {text.slice(cut)}
    </>
  );
}

interface ChangesProps {
  before: string;
  after: string;
}

/** What a rewrite changed, word by word: what is new is underlined, what is gone struck through. */
export const Changes = memo(function Changes({ before, after }: ChangesProps) {
  const t = useText(readingText).rewrite;
  const changes = useMemo(() => wordDiff(before, after), [before, after]);
  const isSame = changes.every(({ kind }) => kind === 'same');
  return (
    <div className={classes.changes}>
      <h3 className={classes.title}>
        {t.changes}
        <span className={classes.count}>
          {isSame
            ? t.same
            : t.counted(t.words(wordsIn(changes, 'added')), t.words(wordsIn(changes, 'removed')))}
        </span>
      </h3>
      {isSame ? null : (
        <div className={classes.text} dir="auto">
          {[...changes.entries()].map(([place, { kind, text }]) => {
            if (kind === 'added')
              return (
                <ins key={place} className={classes.added}>
                  {text}
                </ins>
              );
            if (kind === 'removed')
              return (
                <del key={place} className={classes.removed}>
                  {text}
                </del>
              );
            return (
              <Same key={place} text={text} isFirst={place === 0} isLast={place === changes.length - 1} />
            );
          })}
        </div>
      )}
    </div>
  );
});
