import type { OutputOf } from '../../../shared/contract/commands.ts';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import type { Filter } from '../../../shared/sampling/expression/tree.ts';
import { conditionsOf } from '../../../shared/sampling/expression/tree.ts';
import { readQuestion, type TextQuestion } from '../../../shared/search/question.ts';
import type { ReadContext } from '../context.ts';
import { get } from '../db/statements.ts';
import { asFault } from '../faults.ts';
import { lastOf } from './block.ts';
import { Catalogue } from './catalogue.ts';
import { type Facets, tallyFacets } from './facets.ts';
import { Inquiry } from './inquiry.ts';
import { countMatches, type Order, type Page, type Patience, type Place, selectPage } from './selection.ts';
import { TextMatches } from './text-matches.ts';

export interface Asked {
  where: string;
  text: string;
}

/** An answer that takes longer than this, in milliseconds, is given in parts. Nobody waits for a count, but others may wait behind it. */
const PATIENCE_MS = { page: 40, count: 25 };
/** What was asked lately is likely to be asked again: for the next page, for the count, with one letter more or less. */
const KEPT = 6;

/** A little at a time: the first long step is always taken, so that something is gained by every call. */
class Hurry implements Patience {
  private readonly until: number;
  private asked = false;

  constructor(milliseconds: number) {
    this.until = performance.now() + milliseconds;
  }

  isOver(): boolean {
    if (this.asked) return performance.now() > this.until;
    this.asked = true;
    return false;
  }
}

/** Answers what is asked of all conversations of a project, and keeps what it took to find. */
export class Browser {
  private readonly catalogue: Catalogue;
  private readonly words = new Recent<TextMatches | null>(KEPT);
  private readonly inquiries = new Recent<Inquiry>(KEPT);

  constructor({ db, path }: Pick<ReadContext, 'db' | 'path'>) {
    this.catalogue = new Catalogue(db, path);
  }

  page(
    asked: Asked,
    request: { order: Order; after: Place | 'start'; limit: number },
  ): Page & { question: TextQuestion | null } {
    const inquiry = this.inquire(asked);
    return {
      ...selectPage(this.catalogue, inquiry, request, new Hurry(PATIENCE_MS.page)),
      question: readQuestion(asked.text),
    };
  }

  count(asked: Asked): OutputOf<'browse.count'> {
    const found = countMatches(this.catalogue, this.inquire(asked), new Hurry(PATIENCE_MS.count));
    return { ...found, total: this.catalogue.conversations };
  }

  facets(where: string, limit: number): Facets {
    const inquiry = this.inquire({ where, text: '' });
    return tallyFacets(this.catalogue, inquiry, limit);
  }

  state(): OutputOf<'search.state'> {
    this.catalogue.refresh();
    const { blocks, conversations, index } = this.catalogue;
    const sum = (counted: typeof blocks): number => counted.reduce((total, { rows }) => total + rows, 0);
    const stored = blocks.filter(({ isStored }) => isStored);
    const { texted_to: to, listed_to: listed } = index?.state ?? { texted_to: 0, listed_to: 0 };
    const searchable = stored.filter(({ number }) => lastOf(number) <= to || to >= listed);
    return { conversations, listed: sum(stored), searchable: sum(searchable) };
  }

  private inquire({ where, text }: Asked): Inquiry {
    this.catalogue.refresh();
    const filter = readFilter(where);
    const words = this.words.get(text, () => {
      const question = readQuestion(text);
      return question && new TextMatches(question, this.catalogue);
    });
    const key = JSON.stringify([this.catalogue.version, this.moment(filter), where, text]);
    return this.inquiries.get(key, () => new Inquiry(this.catalogue, filter, words));
  }

  /** Ratings come all the time: what asks for them is asked anew. */
  private moment(filter: Filter): number {
    if (!conditionsOf(filter).some(({ field }) => field === 'rated')) return 0;
    return get<{ seq: number }>(this.catalogue.project, 'SELECT max(seq) AS seq FROM rating_event')?.seq ?? 0;
  }
}

function readFilter(where: string): Filter {
  const parsed = parseExpression(where);
  if (!parsed.ok) throw asFault(parsed.error);
  return parsed.value;
}

/** The last few things made, by their keys. */
class Recent<Value> {
  private readonly most: number;
  private readonly values = new Map<string, Value>();

  constructor(most: number) {
    this.most = most;
  }

  get(key: string, make: () => Value): Value {
    const known = this.values.get(key);
    const value = known ?? make();
    this.values.delete(key);
    this.values.set(key, value);
    const [oldest] = this.values.keys();
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest);
    return value;
  }
}
