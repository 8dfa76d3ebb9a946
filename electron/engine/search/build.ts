import { setImmediate as turn } from 'node:timers/promises';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { WriteConnection } from '../db/connection.ts';
import { run } from '../db/statements.ts';
import type { JobContext } from '../lanes.ts';
import { blockOf } from './block.ts';
import { closeIndex, discardIndex, isUnusable, openIndex } from './index-file.ts';
import { Listing } from './listing.ts';
import { type IndexState, readState } from './state.ts';
import { Texting } from './texting.ts';
import { currentState, grownSince, type Heads, lastLogged, noteLogged, readHeads } from './upkeep.ts';

/** Conversations whose words go in at once, and how often that is made durable. */
const STEP = 256;
const PER_TRANSACTION = 8192;

/**
 * Brings the index up to the project, step by step. It may be stopped, or killed, at any time and goes on from there the next time.
 * The project is only read.
 */
export async function buildIndex(context: JobContext): Promise<OutputOf<'search.build'>> {
  try {
    return await build(context);
  } catch (error) {
    if (!isUnusable(error)) throw error;
    // Nothing in it is lost that the project does not hold.
    discardIndex(context.path);
    return build(context);
  }
}

async function build(context: JobContext): Promise<OutputOf<'search.build'>> {
  const index = openIndex(context.path);
  try {
    const builder = new Builder(context, index);
    while (await builder.pass()) await turn();
    const state = builder.state();
    const heads = readHeads(context.db);
    context.progress({
      phase: 'ready',
      done: state.texted_to,
      total: heads?.conversation ?? null,
      unit: 'records',
    });
    return { isComplete: heads !== null && state.texted_to >= heads.conversation };
  } finally {
    closeIndex(index);
  }
}

class Builder {
  private readonly context: JobContext;
  private readonly index: WriteConnection;
  private readonly listing: Listing;
  private readonly texting: Texting;

  constructor(context: JobContext, index: WriteConnection) {
    this.context = context;
    this.index = index;
    this.listing = new Listing(context.db, index);
    this.texting = new Texting(context.db, index);
  }

  state(): IndexState {
    return readState(this.index) ?? currentState(this.context.db, this.index);
  }

  /** Takes in what the project has now. True where it may have more by then. */
  async pass(): Promise<boolean> {
    const { db, signal } = this.context;
    const logged = lastLogged(db);
    const heads = readHeads(db);
    if (!heads || signal.aborted) return false;
    const state = currentState(db, this.index);
    if (isUpToDate(state, heads)) {
      noteLogged(this.index, logged);
      return false;
    }
    await this.takeGrowth(state, heads);
    if (signal.aborted) return false;
    // From here on what is listed is listed as it stands: only what comes later is growth.
    run(this.index, 'UPDATE state SET message_to = ?, feedback_to = ?', heads.message, heads.feedback);
    await this.list(heads);
    await this.text(heads);
    if (signal.aborted) return false;
    noteLogged(this.index, logged);
    return true;
  }

  private async takeGrowth(state: IndexState, heads: Heads): Promise<void> {
    const grown = grownSince(this.context.db, state, heads);
    for (const block of new Set(grown.map(blockOf))) {
      this.index
        .transaction(() => {
          this.listing.write(block, state.listed_to);
          for (const id of grown)
            if (blockOf(id) === block && id <= state.texted_to) this.texting.replace(id);
          run(this.index, 'UPDATE state SET rewrites = rewrites + 1');
        })
        .immediate();
      await turn();
      if (this.context.signal.aborted) return;
    }
  }

  private async list({ conversation }: Heads): Promise<void> {
    const { signal } = this.context;
    for (let to = this.state().listed_to; to < conversation && !signal.aborted; to = this.state().listed_to) {
      this.tell('listing conversations', to, conversation);
      this.listing.write(blockOf(to + 1), conversation);
      await turn();
    }
  }

  private async text({ conversation }: Heads): Promise<void> {
    const { signal } = this.context;
    for (let to = this.state().texted_to; to < conversation && !signal.aborted; to = this.state().texted_to) {
      this.tell('reading texts', to, conversation);
      await this.textSome(to, Math.min(conversation, to + PER_TRANSACTION));
    }
  }

  /** One transaction over several turns, so that a wish to stop is heard soon: what is done by then is kept. */
  private async textSome(from: number, to: number): Promise<void> {
    this.index.exec('BEGIN IMMEDIATE');
    try {
      let done = from;
      while (done < to && !this.context.signal.aborted) {
        const next = Math.min(to, done + STEP);
        this.texting.add(done + 1, next);
        done = next;
        await turn();
      }
      run(this.index, 'UPDATE state SET texted_to = ?, revision = revision + 1', done);
      this.index.exec('COMMIT');
    } catch (error) {
      if (this.index.inTransaction) this.index.exec('ROLLBACK');
      throw error;
    }
  }

  private tell(phase: string, done: number, total: number): void {
    this.context.progress({ phase, done, total, unit: 'records' });
  }
}

const isUpToDate = (state: IndexState, heads: Heads): boolean =>
  state.texted_to >= heads.conversation &&
  state.listed_to >= heads.conversation &&
  state.message_to === heads.message &&
  state.feedback_to === heads.feedback;
