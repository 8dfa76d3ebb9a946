import { z } from 'zod';
import type { MadePacket, MergeResult } from '../../../shared/contract/packets.ts';
import { defineCommand, type Outcome } from '../command.ts';
import { conflictLines } from '../conflict-text.ts';
import { PASSPHRASE_OPTION, readPassphrase } from '../passphrase.ts';
import { pathOf } from '../surroundings.ts';
import { table } from '../table.ts';
import { bytes, counted, grouped } from '../text.ts';
import { files, list, word } from '../values.ts';

export const packetMake = defineCommand({
  name: 'packet make',
  summary: "write one file with a rater's work, or with ratings to send back",
  example: 'packet make study.touchstone --rater Ada --out ada.touchstone-packet',
  arguments: [{ name: '<project>', about: 'the project of the study, or one that was made from a packet' }],
  options: [
    {
      flags: '--rater <name>',
      about:
        'whose work it is; with --ratings whose ratings, with commas between several, or left out for all',
    },
    { flags: '--out <file>', about: 'the file to write', required: true },
    {
      flags: '--ratings',
      about: 'send ratings only; of a project that was made from a packet they are sent anyway',
    },
    PASSPHRASE_OPTION,
  ],
  input: z.object({
    project: word,
    rater: list.optional(),
    out: word,
    ratings: z.boolean().optional(),
    passphraseFile: word.optional(),
  }),
  run: (desk, { project, rater, out, ratings, passphraseFile }) =>
    desk.changing(project, async (call) => {
      const { packets, signed_by } = await call('packet.make', {
        raters: rater ?? [],
        ratings: ratings ?? false,
        out: pathOf(out),
        passphrase: readPassphrase(passphraseFile),
      });
      const [made] = packets;
      return { json: { ...made, signed_by }, text: made ? madeInWords(made, signed_by) : '' };
    }),
});

const madeInWords = (made: MadePacket, signedBy: string): string =>
  [
    made.kind === 'work'
      ? `Wrote ${counted(made.assignments, 'judgement')} of ${counted(made.items, 'item')} for ${made.raters.join(', ')}, and ${counted(made.ratings, 'rating')} made so far.`
      : `Wrote ${counted(made.ratings, 'rating')} of ${made.raters.join(', ')}.`,
    `${made.file}  ${bytes(made.bytes)}${made.encrypted ? ', encrypted' : ''}`,
    `digest  ${made.digest}`,
    `key     ${signedBy}`,
  ].join('\n');

export const packetOpen = defineCommand({
  name: 'packet open',
  summary: 'make a project of a packet of work',
  example: 'packet open ada.touchstone-packet --out ada.touchstone',
  arguments: [{ name: '<file>', about: 'the packet' }],
  options: [
    { flags: '--out <project>', about: 'the project to make, by custom NAME.touchstone', required: true },
    PASSPHRASE_OPTION,
  ],
  input: z.object({ file: word, out: word, passphraseFile: word.optional() }),
  run: (desk, { file, out, passphraseFile }) =>
    desk.calling(async (call) => {
      const { id, name, counts, raters } = await call('packet.open', {
        file: pathOf(file),
        out: pathOf(out),
        passphrase: readPassphrase(passphraseFile),
      });
      const { origin } = await call('packet.state', {});
      const { assignments, items, ratings } = counts;
      return {
        json: { project: out, id, name, rater: raters[0]?.name ?? '', assignments, items, ratings, origin },
        text: `Made ${out} for ${raters[0]?.name ?? ''}: ${counted(assignments, 'judgement')} of ${counted(items, 'item')} of ${name}, ${counted(ratings, 'rating')} made so far.`,
      };
    }),
});

export const packetMerge = defineCommand({
  name: 'packet merge',
  summary: 'take in packets and project files of the same study, in any order, any number of times',
  example: 'packet merge study.touchstone ada-back.touchstone-packet ben-back.touchstone-packet',
  arguments: [
    { name: '<project>', about: 'the project of the study' },
    { name: '<files...>', about: 'packets, or other project files of the same study' },
  ],
  options: [PASSPHRASE_OPTION],
  input: z.object({ project: word, files, passphraseFile: word.optional() }),
  run: (desk, { project, files: given, passphraseFile }) =>
    desk.changing(project, async (call) =>
      merged(
        await call('packet.merge', {
          files: given.map(pathOf),
          passphrase: readPassphrase(passphraseFile),
        }),
      ),
    ),
});

/** A file of which nothing could be taken makes the whole command one that found something. */
const merged = (result: MergeResult): Outcome => ({
  json: result,
  text: mergedInWords(result),
  status: result.sources.some(({ refused }) => refused !== null) ? 1 : 0,
});

function mergedInWords({ sources, brought, conflicts, digest, ...counts }: MergeResult): string {
  const figures = (of: MergeResult['sources'][number]): string[] => [
    of.file,
    of.refused ?? of.raters.join(', '),
    ...[of.ratings, of.new, of.duplicates, of.conflicting].map(grouped),
  ];
  const right = { align: 'right' } as const;
  const beside = Object.entries(brought).filter(([, n]) => n > 0);
  return [
    table(
      [
        { title: 'file' },
        { title: 'raters' },
        { title: 'ratings', ...right },
        { title: 'new', ...right },
        { title: 'known', ...right },
        { title: 'conflicting', ...right },
      ],
      sources.map(figures),
    ),
    '',
    `${counted(counts.new, 'new rating')}, ${grouped(counts.duplicates)} known already, ${grouped(counts.conflicting)} conflicting.`,
    ...(beside.length > 0
      ? [`Also new: ${beside.map(([name, n]) => `${name} ${grouped(n)}`).join(', ')}.`]
      : []),
    ...conflictLines(conflicts),
    `content  ${digest}`,
  ].join('\n');
}
