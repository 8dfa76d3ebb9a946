import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { cached, digestOfFiles } from './cache.ts';
import { transcriptFile } from './transcripts.ts';

interface Line {
  id: string;
  created_at: string;
  model: string;
  messages: { role: string; content: string }[];
}

/** The same conversations as in `transcriptFile`, as OpenAI messages. */
export async function openAiFile(count: number): Promise<string> {
  const native = await transcriptFile(count);
  const made = digestOfFiles([import.meta.filename, native]);
  return cached(`openai-${count}-${made}.jsonl`, async (path) => {
    const out = createWriteStream(path);
    for await (const text of createInterface({ input: createReadStream(native) })) {
      const { id, created_at, model, messages }: Line = JSON.parse(text);
      const plain = messages.map(({ role, content }) => ({ role, content }));
      const record = { id, created: Date.parse(created_at) / 1000, model, tools: [], messages: plain };
      if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
  });
}
