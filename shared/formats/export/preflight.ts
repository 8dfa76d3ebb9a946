import type { ExportPreview, Recipe } from '../../contract/reporting.ts';
import type { TrlMessage } from './trl-messages.ts';
import type { PreferenceRecord } from './trl-preference.ts';
import type { SftRecord } from './trl-sft.ts';

export type TrlRecord = SftRecord | PreferenceRecord;
type Format = Recipe['format'];

/** The lists of a record by field, and what the trainer sees as the prompt. */
interface Row {
  format: Format;
  keys: string[];
  lists: [field: string, messages: readonly TrlMessage[]][];
  prompt: readonly TrlMessage[];
  answers: readonly TrlMessage[];
}

interface Rule {
  id: string;
  /** True where a trainer refuses the row; false where only some chat templates do. */
  rejects: boolean;
  /** What is wrong with the row, one sentence, or null. */
  broken(row: Row): string | null;
}

const ROLES = ['system', 'user', 'assistant', 'tool'];
const KEYS: Readonly<Record<Format, string>> = {
  'trl-sft': 'messages',
  'trl-preference': 'chosen,prompt,rejected',
};

const firstBroken = (row: Row, isBad: (message: TrlMessage) => boolean): string | null => {
  for (const [field, messages] of row.lists) {
    const index = messages.findIndex(isBad);
    if (index !== -1) return `${field}[${index}]`;
  }
  return null;
};

/**
 * What TRL's conversational formats demand of a row. The sniffing of the format, the end of the prompt and the exact key
 * sets are checked by TRL itself and raise errors there; content and roles are demanded by the chat templates it applies.
 */
export const TRL_RULES: readonly Rule[] = [
  {
    id: 'key_set',
    rejects: true,
    broken: ({ format, keys }) =>
      keys.join() === KEYS[format]
        ? null
        : `The row has the fields ${keys.join(', ')}; ${format} wants exactly ${KEYS[format].replaceAll(',', ', ')}.`,
  },
  {
    id: 'empty_list',
    rejects: true,
    broken: ({ lists }) => {
      const empty = lists.find(([, messages]) => messages.length === 0);
      return empty ? `The list ${empty[0]} is empty; TRL tells the format from its first element.` : null;
    },
  },
  {
    id: 'role',
    rejects: true,
    broken(row) {
      const at = firstBroken(row, ({ role }) => !ROLES.includes(role));
      return at && `The role of ${at} is none of ${ROLES.join(', ')}.`;
    },
  },
  {
    id: 'empty_content',
    rejects: true,
    broken(row) {
      const at = firstBroken(row, ({ content, tool_calls }) => content.trim() === '' && !tool_calls);
      return at && `${at} has neither text nor a tool call.`;
    },
  },
  {
    id: 'answer_role',
    rejects: true,
    broken: ({ answers }) =>
      answers.every(({ role }) => role === 'assistant') ? null : 'The answer is not an assistant message.',
  },
  {
    id: 'prompt_end',
    rejects: true,
    broken({ prompt }) {
      const role = prompt.at(-1)?.role;
      if (role === undefined) return 'There is no prompt before the answer.';
      return role === 'user' || role === 'tool'
        ? null
        : `The prompt ends with ${role}; TRL wants user or tool.`;
    },
  },
  {
    id: 'same_pair',
    rejects: true,
    broken: ({ format, answers: [chosen, rejected] }) =>
      format === 'trl-preference' && chosen?.content === rejected?.content
        ? 'The chosen and the rejected answer are the same.'
        : null,
  },
  {
    id: 'system_first',
    rejects: false,
    broken: ({ prompt }) =>
      prompt.slice(1).some(({ role }) => role === 'system')
        ? 'A system message comes after the first; many chat templates refuse that.'
        : null,
  },
  {
    id: 'alternation',
    rejects: false,
    broken: ({ prompt }) =>
      prompt.some(
        ({ role }, index) => role === prompt[index + 1]?.role && (role === 'user' || role === 'assistant'),
      )
        ? 'Two messages of one role follow each other; some chat templates (Mistral, Gemma) refuse that.'
        : null,
  },
  {
    id: 'tool_calls',
    rejects: false,
    broken: ({ prompt }) =>
      prompt.some(({ tool_calls }) => tool_calls)
        ? 'The prompt holds tool calls; the chat template must know them.'
        : null,
  },
];

function rowOf(format: Format, record: TrlRecord): Row {
  const keys = Object.keys(record).sort();
  if ('messages' in record) {
    const { messages } = record;
    return {
      format,
      keys,
      lists: [['messages', messages]],
      prompt: messages.slice(0, -1),
      answers: messages.slice(-1),
    };
  }
  const { prompt, chosen, rejected } = record;
  return {
    format,
    keys,
    lists: [
      ['prompt', prompt],
      ['chosen', chosen],
      ['rejected', rejected],
    ],
    prompt,
    answers: [...chosen, ...rejected],
  };
}

export interface Finding {
  rule: string;
  rejects: boolean;
  sentence: string;
}

/** Every rule a row breaks; those that reject it first. */
export function findings(format: Format, record: TrlRecord): Finding[] {
  const row = rowOf(format, record);
  return TRL_RULES.flatMap(({ id, rejects, broken }) => {
    const sentence = broken(row);
    return sentence === null ? [] : [{ rule: id, rejects, sentence }];
  });
}

/** The findings over all rows, as the export reports them. */
export class Preflight {
  readonly #counts = new Map<string, { finding: Finding; rows: number }>();
  #rejected = 0;

  /** Checks one row; the finding that rejects it, or null where the trainer takes it. */
  check(format: Format, record: TrlRecord): Finding | null {
    const found = findings(format, record);
    const rejection = found.find(({ rejects }) => rejects) ?? null;
    if (rejection) this.#rejected++;
    for (const finding of rejection ? [rejection] : found) {
      const known = this.#counts.get(finding.rule);
      if (known) known.rows++;
      else this.#counts.set(finding.rule, { finding, rows: 1 });
    }
    return rejection;
  }

  /** `ok` where no row would be rejected; warnings say for how many rows something holds, with the first case. */
  report(): ExportPreview['preflight'][string] {
    const warnings = [...this.#counts.values()].map(({ finding, rows }) => {
      const count = rows === 1 ? '1 row' : `${rows} rows`;
      return `${count}${finding.rejects ? ' left out' : ''}: ${finding.sentence}`;
    });
    return { ok: this.#rejected === 0, warnings, rejected_rows: this.#rejected };
  }
}
