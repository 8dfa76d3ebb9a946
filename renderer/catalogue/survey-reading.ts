import type { AnswerCode } from '../../shared/survey/codes.ts';
import type { Distribution, SurveyReport, ValueCounts } from '../../shared/survey/schema.ts';
import { count, date, decimal, plural } from '../ui/format.ts';
import { area } from './area.ts';

/** What the sections of a survey say, in sentences. */
interface SurveyReading {
  whole: (report: SurveyReport) => string;
  roles: (report: SurveyReport) => string;
  models: (report: SurveyReport) => string;
  feedback: (report: SurveyReport) => string;
  time: (report: SurveyReport) => string;
  languages: (report: SurveyReport) => string;
  lengths: (of: LengthOf, distribution: Distribution) => string;
  /** By code. */
  warnings: Readonly<Record<string, (report: SurveyReport) => string>>;
}

/** The sizes a survey counts. */
export type LengthOf = 'turns' | 'answers' | 'prompts';

type Rate = SurveyReport['feedback']['answers'];

/** 0.0312 as "3,1 %"; what is not quite nothing or all is never rounded to it. */
function share(value: number): string {
  if (value > 0 && value < 0.001) return 'unter 0,1 %';
  if (value < 1 && value > 0.999) return 'über 99,9 %';
  const fine = (value > 0 && value < 0.1) || (value > 0.99 && value < 1);
  return `${decimal(value * 100, fine ? 1 : 0)} %`;
}

const rate = ({ value, ci }: Rate): string =>
  value === null || ci === null
    ? 'nichts zu zählen'
    : `${share(value)} (${decimal(ci[0] * 100, 1)} bis ${decimal(ci[1] * 100, 1)} %)`;

const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} und ${items.at(-1)}`;

const beginning = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const conversations = (n: number): string => plural(n, 'Gespräch', 'Gespräche');
const answers = (n: number): string => plural(n, 'Antwort', 'Antworten');

const leading = ({ top }: ValueCounts): string =>
  listed(top.slice(0, 3).map((each) => `${each.value} (${share(each.share)})`));

const found = ({ quality }: SurveyReport, code: AnswerCode): { k: number; value: number } => {
  const known = quality.findings.find((finding) => finding.code === code)?.rate;
  return { k: known?.k ?? 0, value: known?.value ?? 0 };
};

const ROLES: Readonly<Record<SurveyReport['roles']['counts'][number]['role'], string>> = {
  system: 'vom System',
  developer: 'von der Entwicklung',
  user: 'von Nutzenden',
  assistant: 'vom Assistenten',
  tool: 'von Werkzeugen',
};

const BUCKETS: Readonly<Record<SurveyReport['time']['unit'], string>> = {
  day: 'am vollsten Tag',
  week: 'in der vollsten Woche',
  month: 'im vollsten Monat',
};

/** The day in UTC, as the figures count it. */
const dayOf = (iso: string): string => date(`${iso.slice(0, 10)}T12:00:00`);

function rolesInGerman({ roles, candidates }: SurveyReport): string {
  const some = roles.counts.filter(({ n }) => n > 0);
  const who =
    some.length === 0
      ? 'Es gibt keine Nachrichten.'
      : `Von den Nachrichten sind ${listed(some.map((each) => `${share(each.share)} ${ROLES[each.role]}`))}.`;
  const several =
    candidates.conversations === 0
      ? 'Nirgends stehen mehrere Antworten zum Vergleich.'
      : `${candidates.conversations === 1 ? 'An 1 Stelle' : `An ${count(candidates.conversations)} Stellen`} stehen mehrere Antworten, zusammen ${count(candidates.answers)}, die verglichen werden können.`;
  return `${who} ${several}`;
}

function modelsInGerman({ models: { rows } }: SurveyReport): string {
  const named = rows.filter(({ model }) => model !== null);
  const unnamed = rows.find(({ model, rest }) => model === null && !rest);
  if (named.length === 0) return 'Die Daten sagen nicht, welches Modell geantwortet hat.';
  const first = listed(named.slice(0, 3).map((each) => `${each.model} (${share(each.share)})`));
  const others = rows.some(({ rest }) => rest) ? ' und weiteren' : '';
  const without = unnamed ? `; ${share(unnamed.share)} der Antworten nennen keines` : '';
  return `Die Antworten kommen von ${plural(named.length, 'Modell', 'Modellen')}${others}${named.length > 3 ? ', vor allem' : ':'} ${first}${without}.`;
}

function feedbackInGerman({ feedback: { answers: given, all } }: SurveyReport): string {
  if (given.k === 0) return 'Zu keiner Antwort kam eine Rückmeldung von Nutzenden.';
  const { thumbs_down: down, edited, sent_unmodified: sent, regenerated } = all;
  const parts = [
    ...(down.n > 0 ? [`bei ${rate(down)} derer mit Daumen zeigt er nach unten`] : []),
    ...(sent.n > 0 && (sent.k > 0 || edited.k > 0)
      ? [`${rate(sent)} wurden unverändert gesendet und ${rate(edited)} geändert`]
      : []),
    ...(regenerated.k > 0 ? [`${rate(regenerated)} aller wurden neu angefordert`] : []),
  ];
  const rest = parts.length > 0 ? `: ${parts.join('; ')}` : '';
  return beginning(
    `${share(given.value ?? 0)} der Antworten haben Rückmeldungen${rest}. In Klammern: 95-%-Intervalle.`,
  );
}

function timeInGerman({ time: { first, last, unit, buckets, undated } }: SurveyReport): string {
  if (first === null || last === null) return 'Die Daten nennen keine Zeiten.';
  const most = Math.max(0, ...buckets.map((bucket) => bucket.conversations));
  const without = undated > 0 ? ` ${conversations(undated)} ohne Zeit.` : '';
  return `Vom ${dayOf(first)} bis zum ${dayOf(last)}; ${BUCKETS[unit]} ${conversations(most)}.${without}`;
}

function languagesInGerman({ languages: { given, detected, disagreement } }: SurveyReport): string {
  const named = given.top.length > 0;
  const told = detected.top.length > 0 ? `erkannt: ${leading(detected)}` : 'keine war zu erkennen';
  const parts = [
    ...(named ? [`Die Quelle nennt die Sprache: ${leading(given)}.`] : []),
    ...(given.absent > 0 ? [`${conversations(given.absent)} ohne Angabe; ${told}.`] : []),
    ...(disagreement.value !== null
      ? [
          `Wo beides bekannt ist (${conversations(disagreement.n)} geprüft), weichen ${rate(disagreement)} ab.`,
        ]
      : []),
  ];
  return parts.join(' ') || 'Sprachen sind nicht bekannt.';
}

const NOUNS = { answers: 'Antworten', prompts: 'Fragen' } as const;

function lengthsInGerman(of: LengthOf, { n, p25, median, p75, p95, max }: Distribution): string {
  const noun = of === 'turns' ? 'Gespräche' : NOUNS[of];
  if (n === 0 || p25 === null || median === null || p75 === null || p95 === null || max === null)
    return `Es gibt keine ${noun}.`;
  return of === 'turns'
    ? `Die Hälfte der Gespräche hat höchstens ${plural(median, 'Runde', 'Runden')}, jedes zwanzigste mehr als ${count(p95)}; das längste hat ${count(max)}.`
    : `Die Hälfte der ${noun} hat ${count(p25)} bis ${count(p75)} Zeichen, die mittlere etwa ${count(median)}; die längste hat ${count(max)}.`;
}

const WARNINGS: SurveyReading['warnings'] = {
  model_leak: (report) => {
    const { k, value } = found(report, 'model_leak');
    const makers = listed(report.quality.leaked.slice(0, 3).map((leak) => leak.value));
    return `${answers(k)} (${share(value)}) ${k === 1 ? 'gibt' : 'geben'} sich als Modell eines anderen Herstellers aus: ${makers}. Bewertende sähen, welches Modell geantwortet hat.`;
  },
  truncated: (report) =>
    `${beginning(share(found(report, 'truncated').value))} der Antworten sind abgeschnitten. Lassen Sie sie aus der Stichprobe, wenn Sie nicht gerade das untersuchen.`,
  empty: (report) => {
    const { k, value } = found(report, 'empty');
    return `${answers(k)} (${share(value)}) ${k === 1 ? 'ist' : 'sind'} leer und nicht zu beurteilen.`;
  },
  implausible_time: ({ time: { implausible } }) =>
    `${conversations(implausible)} ${implausible === 1 ? 'hat eine Zeit' : 'haben Zeiten'} vor 1990 oder nach 2099: Eine Uhr oder eine Einheit stimmt nicht. In den Zahlen über die Zeit fehlen sie.`,
  duplicates: (report) => {
    const exact = found(report, 'exact_duplicate_answer').value;
    const near = found(report, 'near_duplicate').value;
    return `${beginning(share(exact + near))} der Antworten wiederholen eine andere, ${share(exact)} Wort für Wort. Eine einfache Zufallsstichprobe enthält dann dieselbe Antwort mehrfach.`;
  },
  language_disagreement: ({ languages: { disagreement, disagreements } }) =>
    `In ${share(disagreement.value ?? 0)} der geprüften Gespräche ist die Sprache eine andere, als die Quelle sagt, am häufigsten angegeben ${(disagreements[0]?.value ?? '').replace(' > ', ', erkannt ')}. Teilen Sie nach der erkannten Sprache zu.`,
  no_model: ({ models: { rows } }) => {
    const unnamed = rows.find(({ model, rest }) => model === null && !rest);
    return `${beginning(share(unnamed?.share ?? 0))} der Antworten sagen nicht, von welchem Modell sie sind; an ihnen lassen sich Modelle nicht vergleichen.`;
  },
  no_time: (report) =>
    `${beginning(share(report.time.undated / report.conversations))} der Gespräche haben keine Zeit: Stichproben über die Zeit stellen sie ans Ende.`,
  no_feedback: () =>
    'Zu den Antworten kamen keine Rückmeldungen von Nutzenden; Stichproben lassen sich nicht danach gewichten.',
};

/** Readings of a survey. English has none of its own: the report's own sentences are shown as they are. */
export const surveyReading = area<SurveyReading | null>({
  en: null,
  de: {
    whole: ({ conversations: n, messages, answers: of }) =>
      n === 0
        ? 'Es kamen keine Gespräche herein.'
        : `${conversations(n)} mit ${plural(messages, 'Nachricht', 'Nachrichten')}, ${count(of)} davon Antworten.`,
    roles: rolesInGerman,
    models: modelsInGerman,
    feedback: feedbackInGerman,
    time: timeInGerman,
    languages: languagesInGerman,
    lengths: lengthsInGerman,
    warnings: WARNINGS,
  },
});
