import { eld } from 'eld/extrasmall';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { WordScan } from '../../../shared/survey/word-scan.ts';
import { FunctionWords } from './function-words.ts';
import { languageOfScript } from './scripts.ts';

/** Of the first message of the user and the first answer as much is looked at. */
const PREFIX = 200;
const ENOUGH_WORDS = 8;

const library = eld.newInstance();
// Addresses and numbers have no language, but look like one.
library.enableTextCleanup(true);

/** Before code blocks; the language of code is none. */
const prose = (text: string): string => {
  const prefix = text.length > PREFIX ? text.slice(0, PREFIX) : text;
  const fence = prefix.indexOf('```');
  return fence === -1 ? prefix : prefix.slice(0, fence);
};

/**
 * Tells the language a conversation is in, as an ISO 639-1 code, or null where it cannot be told. Most are told by their script
 * or their small words, at a thirtieth of the cost; the library decides about the rest.
 */
export class LanguageDetector {
  readonly #scan = new WordScan();
  readonly #functionWords = new FunctionWords();
  /** How many texts the library had to decide about. */
  asked = 0;

  ofConversation({ messages, candidates }: Pick<Conversation, 'messages' | 'candidates'>): string | null {
    const prompt = messages.find(({ role }) => role === 'user')?.text ?? '';
    const answer = (messages.find(({ role }) => role === 'assistant') ?? candidates[0])?.text ?? '';
    return this.ofTexts(prose(prompt), prose(answer));
  }

  /** The language of one or two short texts. */
  ofTexts(first: string, second = ''): string | null {
    const byScript =
      languageOfScript(first, PREFIX) ?? (second === '' ? null : languageOfScript(second, PREFIX));
    if (byScript !== null) return byScript;
    this.#functionWords.start();
    this.#add(first);
    const early = this.#scan.count >= ENOUGH_WORDS ? this.#functionWords.decide() : null;
    if (early !== null) return early;
    this.#add(second);
    return this.#functionWords.decide() ?? this.#ask(`${first}\n${second}`);
  }

  #add(text: string): void {
    if (text === '') return;
    this.#scan.scan(text);
    this.#functionWords.add(this.#scan);
  }

  #ask(text: string): string | null {
    this.asked += 1;
    const result = library.detect(text);
    return result.language !== '' && result.isReliable() ? result.language : null;
  }
}
