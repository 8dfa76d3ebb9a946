/**
 * Makes transcripts.jsonl and ratings.jsonl, beside this file or in the folder named, from a copy of the OASST trees:
 * `node resources/sample/make-sample.ts PATH/TO/trees.jsonl [FOLDER]`. The same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCuration } from './make/curation.ts';
import { sampleRatings } from './make/ratings.ts';
import { readTrees, sampleConversations } from './make/transcripts.ts';

const jsonl = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

/** The two files' text, from the text of the trees file. */
function makeSample(trees: string): { transcripts: string; ratings: string } {
  const curation = readCuration();
  const conversations = sampleConversations(readTrees(trees), curation);
  return {
    transcripts: jsonl(conversations.map(({ record }) => record)),
    ratings: jsonl(sampleRatings(conversations, curation)),
  };
}

const [, , path, folder = import.meta.dirname] = process.argv;
if (path === undefined) {
  console.error('Usage: node resources/sample/make-sample.ts PATH/TO/trees.jsonl [FOLDER]');
  process.exit(2);
}
const { transcripts, ratings } = makeSample(readFileSync(path, 'utf8'));
writeFileSync(join(folder, 'transcripts.jsonl'), transcripts);
writeFileSync(join(folder, 'ratings.jsonl'), ratings);
