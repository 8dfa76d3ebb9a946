import type { AlignedRow } from '../../../shared/contract/importing.ts';
import { type Conversation, type Feedback, placedMessages } from '../../../shared/domain/conversation.ts';
import type { Adapter, ReadOutcome } from '../../../shared/formats/adapter.ts';
import { fieldValues } from '../../../shared/formats/field-samples.ts';
import { readGroup, readings } from '../../../shared/formats/reading.ts';
import type { Frame } from './frame.ts';
import { parsedFrame } from './frame-record.ts';

const MOST = { rows: 8, conversations: 3, messages: 12, textLength: 200 };

/** The first records of a file, each beside what an adapter makes of it. */
export const alignedRows = (adapter: Adapter, frames: readonly Frame[]): AlignedRow[] =>
  frames.slice(0, MOST.rows).map((frame) => {
    const parsed = parsedFrame(frame);
    const row: AlignedRow = { line: frame.line, source: [], piece: false, became: [], faults: [] };
    if (!parsed.ok) return { ...row, faults: [placed(parsed.fault)] };
    row.source = fieldValues(parsed.value);
    for (const reading of readings(adapter, parsed.value)) {
      const isPiece = 'key' in reading;
      if (isPiece) row.piece = true;
      note(row, isPiece ? readGroup(adapter, [reading.record]) : reading.outcome);
    }
    return row;
  });

function note(row: AlignedRow, outcome: ReadOutcome): void {
  if (!outcome.ok) row.faults.push(placed(outcome.fault));
  else if (row.became.length < MOST.conversations)
    row.became.push(...outcome.conversations.slice(0, MOST.conversations).map(became));
}

const placed = ({ path, reason }: { path: string; reason: string }) => ({ path, reason });

function became(conversation: Conversation): AlignedRow['became'][number] {
  const { externalId, createdAt, model, modelVersion, language, useCase, groups } = conversation;
  const messages = placedMessages(conversation).slice(0, MOST.messages);
  const filled: [field: string, text: string | null][] = [
    ['id', externalId],
    ['created_at', createdAt === null ? null : new Date(createdAt).toISOString()],
    ['model', model],
    ['model_version', modelVersion],
    ['language', language],
    ['use_case', useCase],
    ...Object.entries(groups).map(([name, value]): [string, string] => [`groups.${name}`, value]),
    ...messages.flatMap(({ message }) => message.feedback.map(inWords)),
  ];
  return {
    fields: filled.flatMap(([field, text]) => (text === null ? [] : [{ field, text: shortened(text) }])),
    messages: messages.map(({ message: { role, text }, candidate }) => ({
      role,
      text: shortened(text),
      candidate,
    })),
  };
}

const inWords = ({ signal, value, text, comment }: Feedback): [string, string] => [
  `feedback.${signal}`,
  [value, text, comment].filter((part) => part !== null).join(' ') || 'yes',
];

const shortened = (text: string): string =>
  text.length > MOST.textLength ? `${text.slice(0, MOST.textLength)}...` : text;
