import type { Conversation, Message } from '../../domain/conversation.ts';
import type { AnswerCode, AnswerFinding } from '../codes.ts';
import { WordScan } from '../word-scan.ts';
import { isAnswer, isEmpty } from './empty.ts';
import { ExactCopies } from './exact-copies.ts';
import { finishOf } from './finish-reason.ts';
import { modelLeak } from './model-leak.ts';
import { NearCopies } from './near-copies.ts';
import { Sketcher } from './sketch.ts';
import { cutSign } from './truncated.ts';

/** Models of sources that hold one maker's answers only, where a log does not name them. */
const IMPLIED_MODELS: Readonly<Record<string, string>> = { chatgpt: 'gpt', 'claude-export': 'claude' };

const NONE: readonly AnswerFinding[] = [];

/** Runs all detectors over conversations, one after the other; it remembers what it needs to know copies. */
export class Inspector {
  readonly #scan = new WordScan();
  readonly #sketcher = new Sketcher();
  readonly #exact = new ExactCopies();
  readonly #near = new NearCopies();
  readonly #impliedModel: string | null;

  /** `source` is the name of the format the conversations came in, where known. */
  constructor(source: string | null = null) {
    this.#impliedModel =
      source !== null && Object.hasOwn(IMPLIED_MODELS, source) ? (IMPLIED_MODELS[source] ?? null) : null;
  }

  /** What is wrong with a conversation's answers, those before the message `from` aside. Of copies the first is none. */
  inspect(conversation: Conversation, from = 0): readonly AnswerFinding[] {
    let findings: AnswerFinding[] | null = null;
    const { messages, candidates } = conversation;
    for (let i = from; i < messages.length + candidates.length; i++) {
      const message = messages[i] ?? candidates[i - messages.length];
      if (message === undefined || !isAnswer(message)) continue;
      const found = this.#inspectAnswer(conversation, message);
      if (found === null) continue;
      findings ??= [];
      for (const { code, detail } of found) findings.push({ message: i, code, detail });
    }
    return findings ?? NONE;
  }

  #inspectAnswer(
    conversation: Conversation,
    message: Message,
  ): Pick<AnswerFinding, 'code' | 'detail'>[] | null {
    if (isEmpty(message)) return [{ code: 'empty', detail: '' }];
    const { text } = message;
    const scan = this.#scan;
    scan.scan(text);
    const copy = this.#copyOf();
    const cut = cutSign(text, finishOf(message.metadata));
    const leak = modelLeak(text, scan, message.model ?? conversation.model ?? this.#impliedModel);
    if (copy === null && cut === null && leak === null) return null;
    return [
      ...(copy === null ? [] : [{ code: copy, detail: '' }]),
      ...(cut === null ? [] : [{ code: 'truncated' as const, detail: cut }]),
      ...(leak === null ? [] : [{ code: 'model_leak' as const, detail: leak }]),
    ];
  }

  #copyOf(): AnswerCode | null {
    if (this.#exact.add(this.#scan.textHash, this.#scan.wordsHash)) return 'exact_duplicate_answer';
    return this.#sketcher.take(this.#scan) && this.#near.add(this.#sketcher) ? 'near_duplicate' : null;
  }
}
