import { detect } from './detect.ts';
import { type Finding, KINDS, type Kind, type PrivacyOptions } from './kinds.ts';
import { sameness } from './sameness.ts';

/** A stretch of a text that stands for something else. */
export interface Redaction {
  kind: Kind;
  /** Offsets of the placeholder in the new text, UTF-16, `end` exclusive. */
  start: number;
  end: number;
  placeholder: string;
  /** What stood there. */
  original: string;
}

export interface Redacted {
  text: string;
  /** In order of place; empty where nothing was found, and the text is the same then. */
  redactions: readonly Redaction[];
}

const PLACEHOLDER = new RegExp(`\\[(?:${Object.values(KINDS).join('|')})_[0-9]{1,9}\\]`, 'g');
const NOTHING: readonly Redaction[] = [];

/** Kinds that are told by what stands beside them, so that the same value elsewhere may have nothing to tell it by. */
const TOLD_BY_CONTEXT: ReadonlySet<Kind> = new Set(['phone', 'national_id', 'secret', 'card', 'name']);
const SHORTEST_KNOWN = 6;
const MOST_KNOWN = 200;

/**
 * Replaces personal data in the texts of one conversation, in any order of calls: the same value has the same placeholder in all
 * of them, numbered from 1 by kind as they come.
 */
export class Redactor {
  private readonly options: PrivacyOptions;
  private readonly placeholders = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly counts = new Map<Kind, number>();
  private readonly known = new Map<string, Kind>();
  private readonly learnt = new Map<string, readonly Finding[]>();

  constructor(options: PrivacyOptions = {}) {
    this.options = options;
  }

  /**
   * Looks at a text before any is redacted: what it holds is then found in the other texts too, where they have it without the words
   * that told it.
   */
  learn(text: string): readonly Finding[] {
    const before = this.learnt.size > 0 ? this.learnt.get(text) : undefined;
    if (before) return before;
    const findings = detect(text, this.options);
    this.remember(text, findings);
    return findings;
  }

  /** Learns what `detect` found in a text, without looking again. */
  remember(text: string, findings: readonly Finding[]): void {
    if (findings.length > 0) this.learnt.set(text, findings);
    for (const { kind, start, end } of findings)
      if (TOLD_BY_CONTEXT.has(kind) && end - start >= SHORTEST_KNOWN && this.known.size < MOST_KNOWN)
        this.known.set(text.slice(start, end), kind);
  }

  /** Notes placeholders that stand in a text as it came: their numbers are not given out. To be told of all texts before the first is redacted. */
  reserve(text: string): void {
    if (text.includes('['))
      for (const [placeholder] of text.matchAll(PLACEHOLDER)) this.taken.add(placeholder);
  }

  redact(text: string): Redacted {
    const findings = this.withKnown(text, this.learn(text));
    if (findings.length === 0) return { text, redactions: NOTHING };
    this.reserve(text);
    const redactions: Redaction[] = [];
    let redacted = '';
    let from = 0;
    for (const { kind, start, end } of findings) {
      const original = text.slice(start, end);
      const placeholder = this.placeholderOf(kind, original);
      redacted += text.slice(from, start);
      redactions.push({
        kind,
        start: redacted.length,
        end: redacted.length + placeholder.length,
        placeholder,
        original,
      });
      redacted += placeholder;
      from = end;
    }
    return { text: redacted + text.slice(from), redactions };
  }

  private placeholderOf(kind: Kind, original: string): string {
    const key = `${kind} ${sameness(kind, original)}`;
    const known = this.placeholders.get(key);
    if (known !== undefined) return known;
    let number = this.counts.get(kind) ?? 0;
    let placeholder: string;
    do {
      number++;
      placeholder = `[${KINDS[kind]}_${number}]`;
    } while (this.taken.has(placeholder));
    this.counts.set(kind, number);
    this.placeholders.set(key, placeholder);
    return placeholder;
  }

  private withKnown(text: string, findings: readonly Finding[]): readonly Finding[] {
    const more: Finding[] = [];
    for (const [value, kind] of this.known)
      for (const found of occurrences(text, value, kind))
        if (!overlaps(findings, found) && !overlaps(more, found)) more.push(found);
    return more.length === 0 ? findings : [...findings, ...more].sort((a, b) => a.start - b.start);
  }
}

const overlaps = (findings: readonly Finding[], { start, end }: Finding): boolean =>
  findings.some((finding) => finding.start < end && start < finding.end);

const isInWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_]/u.test(character);

/** Where a value stands in a text as a word of its own. */
function occurrences(text: string, value: string, kind: Kind): Finding[] {
  const found: Finding[] = [];
  for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + value.length)) {
    const end = start + value.length;
    if (!isInWord(text[start - 1]) && !isInWord(text[end])) found.push({ kind, start, end });
  }
  return found;
}
