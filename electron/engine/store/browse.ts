import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { ReadContext } from '../context.ts';
import { iso } from '../ids.ts';
import { Browser } from '../search/browser.ts';
import type { Place } from '../search/selection.ts';
import { browseRows } from './browse-rows.ts';

const browsers = new WeakMap<ReadContext, Browser>();

/** What browsing keeps from one question to the next, on the thread that answers them. */
function browserOf(context: ReadContext): Browser {
  const known = browsers.get(context) ?? new Browser(context);
  browsers.set(context, known);
  return known;
}

const START = 'start';

function readPlace(after: string | undefined): Place | 'start' {
  if (after === undefined || after === START) return 'start';
  const match = /^(-?\d+|-):(\d+)$/.exec(after);
  if (!match)
    throw new Fault('INVALID_INPUT', `browse.page: after: "${after}" is no place that a page gave.`);
  return { time: match[1] === '-' ? null : Number(match[1]), id: Number(match[2]) };
}

const writePlace = (place: Place | 'start'): string =>
  place === 'start' ? START : `${place.time ?? '-'}:${place.id}`;

export function browsePage(
  context: ReadContext,
  { where, text, order, after, limit }: ParsedInputOf<'browse.page'>,
): OutputOf<'browse.page'> {
  const browser = browserOf(context);
  const { places, next, question } = browser.page({ where, text }, { order, after: readPlace(after), limit });
  return {
    rows: browseRows(
      context.db,
      places.map(({ id }) => id),
      question,
    ),
    next: next === null ? null : writePlace(next),
  };
}

export const browseCount = (
  context: ReadContext,
  inquiry: ParsedInputOf<'browse.count'>,
): OutputOf<'browse.count'> => browserOf(context).count(inquiry);

export function browseFacets(
  context: ReadContext,
  { where, limit }: ParsedInputOf<'browse.facets'>,
): OutputOf<'browse.facets'> {
  const { facets, from, to } = browserOf(context).facets(where, limit);
  return { facets, from: from === null ? null : iso(from), to: to === null ? null : iso(to) };
}

export const searchState = (context: ReadContext): OutputOf<'search.state'> => browserOf(context).state();
