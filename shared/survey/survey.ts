import { type Conversation, type Message, ROLES, type Role } from '../domain/conversation.ts';
import { bit } from './answer-row.ts';
import { type AnswerFinding, CUT_SIGNS } from './codes.ts';
import { isAnswer } from './detectors/empty.ts';
import { feedbackMask, signalName } from './feedback-mask.ts';
import { GroupCounts } from './group-counts.ts';
import { type DetectedLanguage, LanguageCounts } from './language-counts.ts';
import { LogHistogram } from './log-histogram.ts';
import { ModelTable, type ModelTableCounts } from './model-table.ts';
import type { SurveyTally } from './tally.ts';
import { TimeCounts } from './time-counts.ts';
import { TopCounts } from './top-counts.ts';

/** What is known of a conversation besides what it says itself. */
export interface ConversationFacts {
  findings: readonly AnswerFinding[];
  language: DetectedLanguage;
}

const ANSWER = bit('answers');
const EMPTY = bit('empty');
const LONGEST_MODEL = 120;

/** Counts conversations, one after the other or by the tallies of batches; memory does not grow with their number. */
export class Survey {
  #conversations = 0;
  #messages = 0;
  readonly #roles: Record<Role, number> = { system: 0, developer: 0, user: 0, assistant: 0, tool: 0 };
  readonly #turns = new LogHistogram();
  readonly #answerLengths = new LogHistogram();
  readonly #promptLengths = new LogHistogram();
  readonly #languages = new LanguageCounts();
  readonly #versions = new TopCounts();
  readonly #useCases = new TopCounts();
  #noUseCase = 0;
  readonly #groups = new GroupCounts();
  readonly #models = new ModelTable();
  readonly #time = new TimeCounts(() => this.#models.coarsen());
  #withFeedback = 0;
  readonly #signals = new TopCounts();
  readonly #stars = [0, 0, 0, 0, 0];
  readonly #candidates = { conversations: 0, answers: 0 };
  readonly #cutSigns = { finish_reason: 0, open_code_block: 0, mid_sentence: 0 };
  readonly #leaked = new TopCounts();

  add(conversation: Conversation, { findings, language }: ConversationFacts): void {
    this.#conversations += 1;
    this.#languages.add(conversation.language, language);
    if (conversation.modelVersion !== null)
      this.#versions.add(`${conversation.model ?? '?'} ${conversation.modelVersion}`);
    if (conversation.useCase === null) this.#noUseCase += 1;
    else this.#useCases.add(conversation.useCase);
    this.#groups.add(conversation.groups);
    this.#time.add(conversation.createdAt);
    this.#addFindings(findings);
    this.#addMessages(conversation, findings);
  }

  /** Counts what a conversation that was counted before has by now: its messages from this one on. */
  addTurns(conversation: Conversation, findings: readonly AnswerFinding[], from: number): void {
    this.#addFindings(findings);
    const { messages, candidates } = conversation;
    [...messages, ...candidates].forEach((message, index) => {
      if (index < from) return;
      if (message.role === 'user') this.#promptLengths.add(message.text.length);
      this.#addMessage(conversation, message, findings, index);
    });
    this.#addCandidates(conversation);
  }

  #addFindings(findings: readonly AnswerFinding[]): void {
    for (const { code, detail } of findings) {
      if (code === 'model_leak') this.#leaked.add(detail);
      const sign = code === 'truncated' ? CUT_SIGNS.find((each) => each === detail) : undefined;
      if (sign) this.#cutSigns[sign] += 1;
    }
  }

  #addMessages(conversation: Conversation, findings: readonly AnswerFinding[]): void {
    const { messages, candidates } = conversation;
    let turns = 0;
    for (let position = 0; position < messages.length; position++) {
      const message = messages[position];
      if (!message) continue;
      if (message.role === 'user') {
        turns += 1;
        this.#promptLengths.add(message.text.length);
      }
      this.#addMessage(conversation, message, findings, position);
    }
    this.#turns.add(turns);
    candidates.forEach((message, index) => {
      this.#addMessage(conversation, message, findings, messages.length + index);
    });
    this.#addCandidates(conversation);
  }

  #addCandidates({ candidates }: Conversation): void {
    if (candidates.length < 2) return;
    this.#candidates.conversations += 1;
    this.#candidates.answers += candidates.length;
  }

  #addMessage(
    conversation: Conversation,
    message: Message,
    findings: readonly AnswerFinding[],
    index: number,
  ): void {
    this.#messages += 1;
    this.#roles[message.role] += 1;
    if (!isAnswer(message)) return;
    let mask = ANSWER;
    for (const finding of findings) if (finding.message === index) mask |= bit(finding.code);
    if ((mask & EMPTY) === 0) this.#answerLengths.add(message.text.length);
    if (message.feedback.length > 0) mask |= this.#addFeedback(message);
    const model = message.model ?? conversation.model;
    const bucket = this.#time.bucketOf(message.createdAt ?? conversation.createdAt);
    this.#models.add(model === null ? null : model.slice(0, LONGEST_MODEL), bucket, mask);
  }

  #addFeedback({ feedback }: Message): number {
    this.#withFeedback += 1;
    for (const entry of feedback) {
      this.#signals.add(signalName(entry));
      if (entry.signal === 'stars' && entry.value !== null)
        this.#stars[entry.value - 1] = (this.#stars[entry.value - 1] ?? 0) + 1;
    }
    return feedbackMask(feedback);
  }

  /** Takes in what was counted elsewhere, of another batch. */
  absorb(tally: SurveyTally): void {
    this.#conversations += tally.conversations;
    this.#messages += tally.messages;
    for (const role of ROLES) this.#roles[role] += tally.roles[role];
    this.#turns.absorb(tally.turns);
    this.#answerLengths.absorb(tally.answerLengths);
    this.#promptLengths.absorb(tally.promptLengths);
    this.#languages.absorb(tally.languages);
    this.#versions.absorb(tally.versions);
    this.#useCases.absorb(tally.useCases);
    this.#noUseCase += tally.noUseCase;
    this.#groups.absorb(tally.groups, tally.grouped);
    this.#absorbTimes(tally);
    this.#withFeedback += tally.feedback.answers;
    this.#signals.absorb(tally.feedback.signals);
    tally.feedback.stars.forEach((n, index) => {
      this.#stars[index] = (this.#stars[index] ?? 0) + n;
    });
    this.#candidates.conversations += tally.candidates.conversations;
    this.#candidates.answers += tally.candidates.answers;
    for (const sign of CUT_SIGNS) this.#cutSigns[sign] += tally.cutSigns[sign];
    this.#leaked.absorb(tally.leaked);
  }

  #absorbTimes({ time, answers }: SurveyTally): void {
    const all = [...answers.models, ...(answers.other ? [answers.other] : [])];
    const days = new Set([
      ...time.conversations.map(([bucket]) => bucket),
      ...all.flatMap(({ dated }) => dated.map(([bucket]) => bucket)),
    ]);
    this.#time.absorb(time, days);
    const moved = (rows: ModelTableCounts['models'][number]) => ({
      ...rows,
      dated: rows.dated.map(([bucket, row]): [number, number[]] => [
        this.#time.bucketFrom(time.countedBy, bucket),
        row,
      ]),
    });
    this.#models.absorb({
      models: answers.models.map(moved),
      other: answers.other && moved(answers.other),
    });
  }

  tally(): SurveyTally {
    return {
      version: 1,
      conversations: this.#conversations,
      messages: this.#messages,
      roles: { ...this.#roles },
      turns: this.#turns.counts(),
      answerLengths: this.#answerLengths.counts(),
      promptLengths: this.#promptLengths.counts(),
      languages: this.#languages.counts(),
      versions: this.#versions.counts(),
      useCases: this.#useCases.counts(),
      noUseCase: this.#noUseCase,
      ...this.#groups.counts(),
      time: this.#time.counts(),
      answers: this.#models.counts(),
      feedback: { answers: this.#withFeedback, signals: this.#signals.counts(), stars: [...this.#stars] },
      candidates: { ...this.#candidates },
      cutSigns: { ...this.#cutSigns },
      leaked: this.#leaked.counts(),
    };
  }
}

/** The tallies of several batches as one. */
export function mergeTallies(tallies: Iterable<SurveyTally>): SurveyTally {
  const whole = new Survey();
  for (const tally of tallies) whole.absorb(tally);
  return whole.tally();
}
