import type { BrowsedRow } from '../../../shared/contract/browsing.ts';
import { textNow } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import classes from './Transcripts.module.css';
import { findingWords, signalMark } from './words.ts';

interface Shown {
  key: string;
  sign: string;
  words: string;
  kind: 'bad' | 'found' | 'plain';
}

/** What tells most comes first: what went wrong, then what was found. */
const ORDER: readonly Shown['kind'][] = ['bad', 'found', 'plain'];
/** Marks that leave room for the facts behind them. */
const MOST = 2;

type MarkedRow = Pick<BrowsedRow, 'feedback' | 'findings' | 'ratings'>;

function marksOf({ feedback, findings, ratings }: MarkedRow): Shown[] {
  const t = textNow(transcriptsText);
  const given = feedback.map(({ signal, value, times }): Shown => {
    const { sign, words, isBad } = signalMark({ signal, value });
    const said = times > 1 ? t.often(words, times) : words;
    return { key: `${signal} ${value}`, sign, words: said, kind: isBad ? 'bad' : 'plain' };
  });
  const found = findings.map(
    (code): Shown => ({ key: code, sign: '!', words: findingWords(code), kind: 'found' }),
  );
  const rated: Shown[] = ratings > 0 ? [{ key: 'rated', sign: '✓', words: t.rated, kind: 'plain' }] : [];
  return [...given, ...found, ...rated].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** What users did, what was found, whether it was rated: each by a sign and words, the colour only helps. */
export function Marks(row: MarkedRow) {
  const marks = marksOf(row);
  const [shown, others] = [marks.slice(0, MOST), marks.slice(MOST)];
  return (
    <>
      {shown.map(({ key, sign, words, kind }) => (
        <span key={key} className={`${classes.mark} ${classes[kind] ?? ''}`}>
          <span aria-hidden="true">{sign}</span> {words}
        </span>
      ))}
      {others.length > 0 ? (
        <span className={classes.mark} title={others.map(({ words }) => words).join(', ')}>
          +{others.length}
        </span>
      ) : null}
    </>
  );
}
