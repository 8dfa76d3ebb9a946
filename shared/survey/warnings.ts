import type { SurveyReport, Warning } from './schema.ts';
import { counted, listed, percent } from './words.ts';

type Surveyed = Omit<SurveyReport, 'warnings'>;

interface Rule {
  code: string;
  level: Warning['level'];
  /** The sentence, where it applies. */
  says: (report: Surveyed) => string | null;
}

const share = (
  report: Surveyed,
  code: Surveyed['quality']['findings'][number]['code'],
): { k: number; value: number } => {
  const found = report.quality.findings.find((finding) => finding.code === code)?.rate;
  return { k: found?.k ?? 0, value: found?.value ?? 0 };
};

/** An answer in a hundred is worth a note, one in twenty of copies. */
const RULES: readonly Rule[] = [
  {
    code: 'model_leak',
    level: 'attention',
    says: (report) => {
      const { k, value } = share(report, 'model_leak');
      if (k === 0) return null;
      const makers = listed(report.quality.leaked.slice(0, 3).map((leak) => leak.value));
      return `${counted(k, 'answer')} (${percent(value)}) ${k === 1 ? 'says it is' : 'say they are'} another maker's model: ${makers}. Raters would see which model answered.`;
    },
  },
  {
    code: 'truncated',
    level: 'attention',
    says: (report) => {
      const { value } = share(report, 'truncated');
      return value < 0.01
        ? null
        : `${percent(value)} of the answers are cut off. Leave them out of the sample, unless that is what you study.`;
    },
  },
  {
    code: 'empty',
    level: 'attention',
    says: (report) => {
      const { k, value } = share(report, 'empty');
      return k === 0
        ? null
        : `${counted(k, 'answer')} (${percent(value)}) ${k === 1 ? 'is' : 'are'} empty and cannot be judged.`;
    },
  },
  {
    code: 'implausible_time',
    level: 'attention',
    says: ({ time }) =>
      time.implausible === 0
        ? null
        : `${counted(time.implausible, 'conversation')} ${time.implausible === 1 ? 'has a time' : 'have times'} before 1990 or after 2099: a clock or a unit is wrong. They are not in the figures by time.`,
  },
  {
    code: 'duplicates',
    level: 'attention',
    says: (report) => {
      const exact = share(report, 'exact_duplicate_answer').value;
      const near = share(report, 'near_duplicate').value;
      return exact + near < 0.05
        ? null
        : `${percent(exact + near)} of the answers repeat another, ${percent(exact)} to the letter. A simple random sample will hold the same answer more than once.`;
    },
  },
  {
    code: 'language_disagreement',
    level: 'attention',
    says: ({ languages: { disagreement, disagreements } }) => {
      if (disagreement.value === null || disagreement.value < 0.05 || disagreement.k < 5) return null;
      const first = disagreements[0]?.value.replace(' > ', ', detected ');
      return `In ${percent(disagreement.value)} of the conversations checked the language is another than the source says, most often given ${first}. Assign raters by what is detected.`;
    },
  },
  {
    code: 'no_model',
    level: 'note',
    says: ({ models: { rows } }) => {
      const unnamed = rows.find(({ model, rest }) => model === null && !rest);
      return unnamed && unnamed.share >= 0.05
        ? `${percent(unnamed.share)} of the answers do not say which model gave them, so that models cannot be compared by them.`
        : null;
    },
  },
  {
    code: 'no_time',
    level: 'note',
    says: ({ time, conversations }) =>
      conversations > 0 && time.undated / conversations >= 0.05
        ? `${percent(time.undated / conversations)} of the conversations have no time: samples over time put them last.`
        : null,
  },
  {
    code: 'no_feedback',
    level: 'note',
    says: ({ feedback, answers }) =>
      answers > 0 && feedback.answers.k === 0
        ? 'No feedback of users came with the answers, so that samples cannot be weighted by it.'
        : null,
  },
];

/** What a lead should know before drawing a sample, the gravest first. */
export const warningsOf = (report: Surveyed): Warning[] =>
  RULES.flatMap(({ code, level, says }) => {
    const sentence = says(report);
    return sentence === null ? [] : [{ code, level, sentence }];
  });
