import { join } from 'node:path';
import { type TestEngine, withEngine } from './engine.ts';
import { complete, idOf, queueOf, rate, type Study } from './study.ts';

/** Work that went out in a packet and came back from two machines, on which one answer was judged differently; and a rating under a rubric that the study does not have. */
export async function exchangePackets(engine: TestEngine, folder: string, study: Study): Promise<void> {
  const at = (name: string): string => join(folder, name);
  await engine.ask('packet.make', { raters: ['Cyd'], out: at('cyd.packet') });
  for (const [machine, fluency] of [2, 4].entries())
    await withEngine(async (other) => {
      const { rubric } = await other.ask('packet.open', {
        file: at('cyd.packet'),
        out: at(`cyd-${machine}.touchstone`),
      });
      const [first = '', second = ''] = await queueOf(other, idOf(study, 'Cyd'));
      await rate(other, first, complete(fluency));
      if (machine === 1) {
        const dimensions = rubric.dimensions.map((entry) => ({ ...entry, question: 'How good is it?' }));
        await other.ask('rubric.save', {
          base: rubric.version,
          rubric: { ...rubric, dimensions },
          note: 'Mine.',
        });
        await rate(other, second, complete(fluency));
      }
      await other.ask('packet.make', { out: at(`cyd-${machine}.packet`) });
    });
  const { conflicts } = await engine.ask('packet.merge', {
    files: [at('cyd-0.packet'), at('cyd-1.packet')],
  });
  const differing = conflicts.find(({ code }) => code === 'RATINGS_DIFFER');
  await engine.ask('packet.resolve', {
    conflict: differing?.id ?? '',
    how: 'keep',
    event: differing?.versions[1]?.event,
  });
}
