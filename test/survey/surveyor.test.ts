import { describe, expect, test } from 'vitest';
import { createSurveyor } from '../../electron/engine/survey/surveyor.ts';
import { reportOf } from '../../shared/survey/report.ts';
import { surveyReportSchema } from '../../shared/survey/schema.ts';
import { answer, conversation, user } from './conversations.ts';

const french = (n: number, language: string | null) =>
  conversation(
    [
      user(`Où est mon colis numéro ${n} ?`),
      answer(`Il est en route, vous le recevrez demain matin (${n}).`),
    ],
    {
      language,
    },
  );

describe('a survey on the way in', () => {
  test('tells the language only where the source gives none', () => {
    const surveyor = createSurveyor();
    expect(surveyor.examine(french(1, null)).detectedLanguage).toBe('fr');
    expect(surveyor.examine(french(2, 'fr')).detectedLanguage).toBeNull();
    expect(surveyor.examine(conversation([user('4471'), answer('👍')])).detectedLanguage).toBeNull();
  });

  test('checks the language given in the first thousand conversations, and in one of seventeen after', () => {
    const surveyor = createSurveyor();
    for (let n = 0; n < 1160; n++) surveyor.examine(french(n, n % 2 === 0 ? 'fr-CA' : 'en'));
    const { languages } = surveyor.finish();
    expect(languages.checked).toBe(1010);
    expect(languages.given).toMatchObject({
      top: [
        ['en', 580],
        ['fr', 580],
      ],
    });
    expect(languages.disagreements.top).toEqual([['en > fr', 505]]);
  });

  test('gives findings by the place of the message, and a tally that makes a report', () => {
    const surveyor = createSurveyor({ source: 'native' });
    const { findings } = surveyor.examine(
      conversation([user('Who are you?'), answer('I am ChatGPT.')], { candidates: [], model: 'asst-1' }),
    );
    expect(findings).toEqual([{ message: 1, code: 'model_leak', detail: 'OpenAI' }]);
    const report = surveyReportSchema.parse(reportOf(surveyor.finish()));
    expect(report.quality.leaked).toEqual([{ value: 'OpenAI', n: 1, share: 1 }]);
  });
});
