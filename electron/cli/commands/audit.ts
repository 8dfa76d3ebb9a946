import { z } from 'zod';
import type { AuditSample } from '../../../shared/contract/auditing.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { defineCommand } from '../command.ts';
import { table } from '../table.ts';
import { grouped } from '../text.ts';
import { count, seed, word } from '../values.ts';

const DEFAULT_SEED = 1;

/** Without `--sample` it lists what was drawn; with it, it draws. Both say whether the record holds; on one that does not, nothing is drawn. */
export const audit = defineCommand({
  name: 'audit',
  summary: 'list bias samples, or draw one: all marked answers and a random share of the others',
  example: 'audit study.touchstone --sample 50 --seed 7',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [
    { flags: '--sample <n>', about: 'draw, with so many unmarked answers beside all marked ones' },
    { flags: '--seed <s>', about: `a number or word that the draw depends on; ${DEFAULT_SEED} unless given` },
  ],
  input: z.object({ project: word, sample: count(0).optional(), seed: seed.optional() }),
  async run(desk, { project, sample: unmarked, seed: given }) {
    if (unmarked === undefined && given !== undefined)
      throw new Fault('USAGE', '--seed: there is nothing to draw without --sample.');
    return await desk[unmarked === undefined ? 'reading' : 'changing'](project, async (call) => {
      const { ok, events, first_bad } = await call('audit.verify', {});
      if (!ok && unmarked !== undefined)
        throw new Fault(
          'AUDIT_BROKEN',
          `Nothing was drawn, since the record does not hold. ${first_bad?.sentence ?? ''}`,
        );
      const drawn =
        unmarked === undefined ? null : await call('audit.draw', { unmarked, seed: given ?? DEFAULT_SEED });
      const { samples } = await call('audit.samples', {});
      const state = { ok, events, first_bad };
      return {
        json: { ...state, ...(drawn ? named(drawn) : {}), samples: samples.map(named) },
        text: [
          ...(ok ? [] : [`The record does not hold: ${first_bad?.sentence ?? ''}`, '']),
          samplesInWords(drawn ? [drawn] : samples),
        ].join('\n'),
        status: ok ? 0 : 1,
      };
    });
  },
});

const named = ({ id, createdAt, ...rest }: AuditSample) => ({ sample: id, created_at: createdAt, ...rest });

function samplesInWords(samples: readonly AuditSample[]): string {
  if (samples.length === 0)
    return 'No bias sample has been drawn yet. To draw one, give --sample N --seed S.';
  const right = ['marked', 'unmarked', 'decided'].map((title) => ({ title, align: 'right' }) as const);
  return table(
    [{ title: 'bias sample' }, { title: 'drawn at' }, { title: 'seed' }, { title: 'dimension' }, ...right],
    samples.map(({ id, createdAt, seed: own, dimension, marked, unmarked, decided }) => [
      id,
      createdAt,
      String(own),
      dimension,
      ...[marked, unmarked, decided].map(grouped),
    ]),
  );
}
