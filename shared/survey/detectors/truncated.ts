import type { CutSign } from '../codes.ts';
import type { Finish } from './finish-reason.ts';

/** Words after which something has to come, in several languages. */
const DANGLING = new Set(
  `the a an and or but of to in on at by for with from that which is are was were be as if than because your my their our its
der die das ein eine und oder aber von zu im mit für auf bei dass ist sind war den dem des einer einem einen
le la les un une et ou de du des à dans avec pour sur que qui est sont au aux
el los las una y o del en con por para que es son al
os uma e do da dos das em com por para é são no na
il lo gli uno di nel con per che sono della dei
het een en of van naar met voor op dat zijn
i w z na do się że jest są и в на с что это для не`.split(/\s+/),
);

const LETTER_OR_DIGIT = /[\p{L}\p{N}]$/u;
const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const OPENS_OR_JOINS = /[,([{“„«‘—–、，；]$/u;
const SENTENCE_END = /[.!?…](?=["'”’»)\]]?\s)/gu;
const UNSPACED_SENTENCE_END = /[。！？]/gu;
/** A list item, heading, table row, quotation or signature ends as it likes. */
const FREE_LINE = /^\s*(?:[-*•+>#|]|\d+[.)]|\(?[A-Za-z][.)]|[IVXLC]+\.|[A-Za-z\p{Lu}][^.!?\s]{0,20}:)/u;
const ADDRESS = /(?:https?:|www\.|@|\/|\\)\S*$/u;

const FENCE = '```';

/** Fewest characters of an answer, words of its last line, and sentences before, for its end to tell something. */
const LENGTH = 80;
const LINE_WORDS = 8;
const SENTENCES = 2;
const UNSPACED_TAIL = 10;
/** As much of the end is looked at. */
const TAIL = 2000;

/**
 * What shows that an answer was cut off, or null. What the log says of the finish is believed either way; without it the text decides,
 * cautiously: many people and models leave out a last full stop.
 */
export function cutSign(text: string, finish: Finish | null): CutSign | null {
  if (finish !== null) return finish === 'cut' ? 'finish_reason' : null;
  if (hasOpenFence(text)) return 'open_code_block';
  return text.length >= LENGTH / 2 && stopsMidSentence(text) ? 'mid_sentence' : null;
}

/** An odd number of lines that begin with three backticks and do not end the block themselves. */
function hasOpenFence(text: string): boolean {
  let open = false;
  for (let at = text.indexOf(FENCE); at !== -1; at = text.indexOf(FENCE, at + 3)) {
    if (text.slice(text.lastIndexOf('\n', at) + 1, at).trim() !== '') continue;
    const end = text.indexOf('\n', at);
    const line = text.slice(at + 3, end === -1 ? text.length : end);
    if (!line.includes(FENCE)) open = !open;
  }
  return open;
}

function stopsMidSentence(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  // A full stop, the commonest end, needs no closer look.
  if (last === 46) return false;
  const tail = text.slice(-TAIL).trimEnd();
  if (UNSPACED_END.test(tail)) return stopsUnspaced(tail);
  if (text.length < LENGTH) return false;
  if (OPENS_OR_JOINS.test(tail)) return !isClosing(tail);
  if (!LETTER_OR_DIGIT.test(tail) || ADDRESS.test(tail)) return false;
  const line = tail.slice(tail.lastIndexOf('\n') + 1);
  const words = line.trim().split(/\s+/);
  if (DANGLING.has(words.at(-1) ?? '') && words.length > 3) return true;
  if (words.length < LINE_WORDS || FREE_LINE.test(line)) return false;
  return (tail.match(SENTENCE_END)?.length ?? 0) >= SENTENCES;
}

/** "Best regards," at the end of a letter is an end. */
const isClosing = (tail: string): boolean => tail.length - tail.lastIndexOf('\n') < 30;

function stopsUnspaced(tail: string): boolean {
  const ends = [...tail.matchAll(UNSPACED_SENTENCE_END)];
  const last = ends.at(-1);
  if (ends.length < SENTENCES || last === undefined) return false;
  const rest = tail.slice(last.index + 1);
  return rest.length >= UNSPACED_TAIL && !rest.includes('\n');
}
