import type { Message } from '../domain/conversation.ts';
import { isObject, textOr } from '../domain/json.ts';
import { nestedAt } from './dotted.ts';
import type { Span } from './span.ts';
import { feedbackOf } from './user-feedback.ts';

/**
 * What users said of the answer: `gen_ai.evaluation.result` events, and OpenInference annotations made by people. All of
 * them stay in the metadata as well.
 */
export function addSpanFeedback(answer: Message, { events, attributes }: Span): void {
  for (const { name, attributes: result } of events) {
    if (name !== 'gen_ai.evaluation.result') continue;
    const key = textOr(result['gen_ai.evaluation.name']) ?? '';
    const value = result['gen_ai.evaluation.score.value'] ?? result['gen_ai.evaluation.score.label'];
    const feedback = feedbackOf(key, value, textOr(result['gen_ai.evaluation.explanation']));
    if (feedback) answer.feedback.push(feedback);
  }
  const annotations = nestedAt(attributes, 'annotations');
  for (const given of Array.isArray(annotations) ? annotations : []) {
    const annotation = isObject(given) && isObject(given.annotation) ? given.annotation : given;
    if (!isObject(annotation) || annotation.annotator_kind !== 'HUMAN') continue;
    const value = annotation.score ?? annotation.label;
    const feedback = feedbackOf(textOr(annotation.name) ?? '', value, textOr(annotation.explanation));
    if (feedback) answer.feedback.push(feedback);
  }
}
