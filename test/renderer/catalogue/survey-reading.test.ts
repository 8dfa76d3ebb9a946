import { afterEach, expect, test } from 'vitest';
import { useLanguage } from '../../../renderer/catalogue/language.ts';
import { surveyReading } from '../../../renderer/catalogue/survey-reading.ts';
import { reportOf } from '../../../shared/survey/report.ts';
import { Survey } from '../../../shared/survey/survey.ts';
import { warningsOf } from '../../../shared/survey/warnings.ts';
import { answer, conversation, signal, user } from '../../survey/conversations.ts';

afterEach(() => useLanguage.setState({ language: 'en' }));

function surveyed() {
  const survey = new Survey();
  for (const n of [1, 2, 3, 4])
    survey.add(
      conversation([user('Hi'), answer('', n < 3 ? { feedback: [signal('thumb', n === 1 ? -1 : 1)] } : {})], {
        model: n < 4 ? 'asst-1' : null,
        createdAt: n < 3 ? Date.UTC(2026, 0, 5 + n) : null,
        language: 'en',
      }),
      { findings: [], language: undefined },
    );
  return reportOf(survey.tally());
}

test('a survey reads in German as its own sentences say it in English', () => {
  useLanguage.setState({ language: 'de' });
  const report = surveyed();
  const { de } = surveyReading;
  expect(de?.whole(report)).toBe('4 Gespräche mit 8 Nachrichten, 4 davon Antworten.');
  expect(de?.models(report)).toBe(
    'Die Antworten kommen von 1 Modell: asst-1 (75 %); 25 % der Antworten nennen keines.',
  );
  expect(de?.time(report)).toBe(
    'Vom 6. Jan. 2026 bis zum 7. Jan. 2026; am vollsten Tag 1 Gespräch. 2 Gespräche ohne Zeit.',
  );
  expect(de?.feedback(report)).toMatch(
    /^50 % der Antworten haben Rückmeldungen: bei 50 % \(\d+,\d bis \d+,\d %\) derer mit Daumen zeigt er nach unten\./,
  );
  expect(de?.roles(report)).toMatch(
    /^Von den Nachrichten sind 50 % von Nutzenden und 50 % vom Assistenten\./,
  );
  expect(de?.languages(report)).toBe('Die Quelle nennt die Sprache: en (100 %).');
  expect(de?.lengths('turns', report.turns)).toBe(
    'Die Hälfte der Gespräche hat höchstens 1 Runde, jedes zwanzigste mehr als 1; das längste hat 1.',
  );
});

test('every warning of a survey has a German sentence', () => {
  useLanguage.setState({ language: 'de' });
  const report = surveyed();
  const warnings = warningsOf({
    ...report,
    time: { ...report.time, implausible: 2 },
    feedback: { ...report.feedback, answers: { ...report.feedback.answers, k: 0 } },
    languages: {
      ...report.languages,
      disagreement: { k: 9, n: 10, value: 0.9, ci: [0.6, 1] },
      disagreements: [{ value: 'en > de', n: 9, share: 1 }],
    },
    quality: {
      ...report.quality,
      findings: report.quality.findings.map((finding) => ({
        ...finding,
        rate: { k: 2, n: 4, value: 0.5, ci: [0.1, 0.9] },
      })),
    },
  });
  expect(warnings).toHaveLength(9);
  for (const { code } of warnings)
    expect(surveyReading.de?.warnings[code]?.(report), code).toMatch(/^[A-ZÄÖÜ\d].*\.$/);
});
