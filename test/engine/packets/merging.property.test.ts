import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isFault } from '../../../shared/contract/errors.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { withEngine } from '../../support/engine.ts';
import { fc } from '../../support/property.ts';
import { idOf, makeStudy, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { times } from '../../support/thorough.ts';
import { Replica, type Sent } from './replica.ts';

const folder = tempFolder();
let study: Study;
let files = 0;

beforeAll(async () => {
  study = await withEngine((engine) => makeStudy(engine, folder, { conversations: 3, overlap: 2 }));
});

const fresh = (): string => {
  files += 1;
  return join(folder, `replica-${files}.touchstone`);
};

/** The machines of a history: the lead's file, a copy of it, two that Ada opened her packet on, one of Ben's. */
const MACHINES = ['lead', 'copy', 'ada', 'ada at home', 'ben'] as const;
type Machine = (typeof MACHINES)[number];
const RATER: Record<Machine, 'Ada' | 'Ben'> = {
  lead: 'Ada',
  copy: 'Ben',
  ada: 'Ada',
  'ada at home': 'Ada',
  ben: 'Ben',
};

type Move =
  | { kind: 'rate'; machine: Machine; item: number; action: RatingAction }
  | { kind: 'undo' | 'redo'; machine: Machine }
  | { kind: 'send'; machine: Machine }
  /** Takes in something that was sent before. */
  | { kind: 'merge'; machine: Machine; which: number };

const action: fc.Arbitrary<RatingAction> = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    dimension: fc.constant('fluency'),
    value: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    dimension: fc.constant('sensibleness'),
    value: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({ kind: fc.constant('skip' as const), reason: fc.constantFrom('unclear', 'other') }),
  fc.record({ kind: fc.constant('rationale' as const), text: fc.constantFrom('a', 'b') }),
);
const machine = fc.constantFrom(...MACHINES);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('rate' as const), machine, item: fc.nat(1), action }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), machine }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), machine }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), machine, which: fc.nat(9) }) },
);

/** Lives through a history; gives back all that was sent in it, and at its end. */
async function live(moves: readonly Move[]): Promise<Sent[]> {
  const lead = await Replica.copy(study.path, fresh());
  const machines: Record<Machine, Replica> = {
    lead,
    copy: await Replica.copy(study.path, fresh(), 'copy'),
    ada: await Replica.opened(lead.work('Ada'), fresh(), 'ada'),
    'ada at home': await Replica.opened(lead.work('Ada'), fresh(), 'home'),
    ben: await Replica.opened(lead.work('Ben'), fresh(), 'ben'),
  };
  const sent: Sent[] = [];
  const send = (name: Machine): void => {
    try {
      sent.push(machines[name].send([RATER[name]]));
    } catch (error) {
      if (!isFault(error) || error.failure.code !== 'PACKET_EMPTY') throw error;
    }
  };
  for (const one of moves) {
    const own = machines[one.machine];
    const rater = idOf(study, RATER[one.machine]);
    if (one.kind === 'send') send(one.machine);
    else if (one.kind === 'merge') {
      const which = sent[one.which % Math.max(1, sent.length)];
      if (which) own.merge(which);
    } else if (one.kind === 'rate') own.act(own.queue(rater)[one.item] ?? '', one.action);
    else
      try {
        own.step(rater, one.kind);
      } catch (error) {
        if (!isFault(error) || !error.failure.code.startsWith('NOTHING_TO')) throw error;
      }
  }
  for (const name of MACHINES) send(name);
  for (const own of Object.values(machines)) {
    expect(own.verified()).toBeNull();
    own.close();
  }
  return sent;
}

/** What a file that was there from the beginning holds after these came in. */
async function contentAfter(sent: readonly Sent[]): Promise<string> {
  const own = await Replica.copy(study.path, fresh());
  for (const one of sent) own.merge(one);
  const digest = own.digest();
  expect(own.verified()).toBeNull();
  own.close();
  return digest;
}

const history = fc.array(move, { minLength: 4, maxLength: 24 });

describe('over any history of machines that rate, send and merge', () => {
  test('what was sent adds up to the same content in any order, and any number of times', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.infiniteStream(fc.nat(1000)), async (moves, chance) => {
        const sent = await live(moves);
        const shuffled = sent
          .map((one) => ({ one, at: Number(chance.next().value) }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const digest = await contentAfter(sent);
        expect(await contentAfter(shuffled)).toBe(digest);
        expect(await contentAfter([...shuffled, ...sent, ...shuffled.toReversed()])).toBe(digest);
      }),
      { numRuns: times(8, 150) },
    );
  });

  test('it is the same whether files are merged one by one, or brought together before', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(100), async (moves, cut) => {
        const sent = await live(moves);
        const at = cut % (sent.length + 1);
        const other = await Replica.copy(study.path, fresh());
        for (const one of sent.slice(at)) other.merge(one);
        const together = sent.slice(at).length === 0 ? [] : [other.send()];
        other.close();
        expect(await contentAfter([...sent.slice(0, at), ...together])).toBe(await contentAfter(sent));
      }),
      { numRuns: times(6, 100) },
    );
  });
});
