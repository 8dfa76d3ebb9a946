import { ROLES } from '../domain/conversation.ts';
import { addRow, cell, emptyRow } from './answer-row.ts';
import {
  allModels,
  feedbackByModelAndTime,
  rowsByTime,
  shownUnit,
  timeBuckets,
  wholeRow,
} from './by-time.ts';
import { ANSWER_CODES } from './codes.ts';
import type { ModelRow, SurveyReport } from './schema.ts';
import * as say from './sentences.ts';
import { answerRates, distributionOf, feedbackRates, valueCounts } from './summarise.ts';
import type { SurveyTally } from './tally.ts';
import { warningsOf } from './warnings.ts';
import { rate } from './wilson.ts';

/** The report that a tally makes: shares with intervals, quantiles, time in readable pieces, and what it all says in words. */
export function reportOf(tally: SurveyTally): SurveyReport {
  const whole = emptyRow();
  for (const rows of allModels(tally)) addRow(whole, wholeRow(rows));
  const answers = cell(whole, 'answers');
  const unit = shownUnit(tally);
  const byTime = rowsByTime(allModels(tally), tally, unit);
  const report = {
    conversations: tally.conversations,
    messages: tally.messages,
    answers,
    sentence: say.wholeSentence(tally.conversations, tally.messages, answers),
    roles: rolesOf(tally),
    turns: distributionOf(tally.turns, say.turnsSentence),
    answer_lengths: distributionOf(tally.answerLengths, say.lengthsSentence('answers')),
    prompt_lengths: distributionOf(tally.promptLengths, say.lengthsSentence('prompts')),
    languages: languagesOf(tally),
    models: modelsOf(tally, answers),
    versions: valueCounts(tally.versions),
    time: timeOf(tally, unit, byTime),
    feedback: {
      ...feedbackOf(tally, whole),
      by_time: [...byTime].map(([from, row]) => ({ from, feedback: feedbackRates(row) })),
      by_model_and_time: feedbackByModelAndTime(tally, unit),
    },
    use_cases: valueCounts(tally.useCases, tally.noUseCase),
    groups: tally.groups.map(({ name, values }) => ({
      name,
      values: valueCounts(values, absentFrom(tally, values)),
    })),
    quality: {
      ...qualityOf(tally, whole),
      by_time: [...byTime].map(([from, row]) => ({ from, findings: answerRates(row) })),
    },
    candidates: {
      ...tally.candidates,
      sentence: say.candidatesSentence(tally.candidates.conversations, tally.candidates.answers),
    },
  };
  return { ...report, warnings: warningsOf(report) };
}

const absentFrom = (tally: SurveyTally, { top, other }: SurveyTally['useCases']): number =>
  tally.conversations - top.reduce((sum, [, n]) => sum + n, other);

function rolesOf({ roles, messages }: SurveyTally): SurveyReport['roles'] {
  const counts = ROLES.map((role) => ({
    role,
    n: roles[role],
    share: messages === 0 ? 0 : roles[role] / messages,
  }));
  return { counts, sentence: say.rolesSentence(counts) };
}

function languagesOf({ languages }: SurveyTally): SurveyReport['languages'] {
  const given = valueCounts(languages.given, languages.notGiven);
  const detected = valueCounts(languages.detected, languages.undetected);
  const disagreement = rate(languages.disagreed, languages.checked);
  return {
    given,
    detected,
    disagreement,
    disagreements: valueCounts(languages.disagreements).top,
    sentence: say.languagesSentence(given, detected, disagreement),
  };
}

function modelsOf(tally: SurveyTally, answers: number): SurveyReport['models'] {
  const rows = allModels(tally).map((each): ModelRow => {
    const row = wholeRow(each);
    const n = cell(row, 'answers');
    return {
      model: each.model,
      rest: each === tally.answers.other,
      answers: n,
      share: answers === 0 ? 0 : n / answers,
      feedback: feedbackRates(row),
      findings: answerRates(row),
    };
  });
  return { rows, sentence: say.modelsSentence(rows) };
}

function timeOf(
  tally: SurveyTally,
  unit: SurveyReport['time']['unit'],
  byTime: ReturnType<typeof rowsByTime>,
): SurveyReport['time'] {
  const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
  const { first, last, undated, implausible } = tally.time;
  const time = {
    first: iso(first),
    last: iso(last),
    unit,
    buckets: timeBuckets(tally, unit, byTime),
    undated,
    implausible,
  };
  return { ...time, sentence: say.timeSentence(time) };
}

function feedbackOf(
  { feedback }: SurveyTally,
  whole: ArrayLike<number>,
): Omit<SurveyReport['feedback'], 'by_time' | 'by_model_and_time'> {
  const answers = rate(feedback.answers, cell(whole, 'answers'));
  const all = feedbackRates(whole);
  return {
    answers,
    signals: feedback.signals.top.map(([signal, n]) => ({ signal, n })),
    stars: feedback.stars,
    all,
    sentence: say.feedbackSentence(answers, all),
  };
}

function qualityOf(tally: SurveyTally, whole: ArrayLike<number>): Omit<SurveyReport['quality'], 'by_time'> {
  const rates = answerRates(whole);
  return {
    findings: ANSWER_CODES.map((code) => ({
      code,
      rate: rates[code],
      sentence: say.findingSentence(code, rates[code]),
    })),
    cut_signs: tally.cutSigns,
    leaked: valueCounts(tally.leaked).top,
  };
}
