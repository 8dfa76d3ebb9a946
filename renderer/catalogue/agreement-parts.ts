import { area } from './area.ts';

/** What lies behind a dimension's headline: confusion, slices, categories, places, versions, models; and saving it all. */
export const agreementPartsText = area({
  en: {
    confusion: 'Which values stand against which',
    confusionSaid: (value: string, other: string, share: string) =>
      `Most often confused: where one rater gave ${value}, another gave ${other} in ${share} of cases.`,
    confusionNone: 'Raters never gave different values.',
    confusionShare: 'Share of what others gave',
    rowGave: 'One rater gave',
    columnGave: 'another gave',

    slices: 'In parts',
    sliceBy: 'By',
    noSlices: 'Not in parts',
    byWeek: 'Time, by week',
    byMonth: 'Time, by month',
    slicesBy: (field: string) => `Alpha by ${field}`,
    sliceColumns: {
      slice: 'Part',
      alpha: 'Alpha, 95 % interval',
      pairs: 'Pairs agree',
      ac1: 'AC1 value',
      items: 'Items',
      ratings: 'Ratings',
    },
    slicesSaid: (most: string, least: string) => `Highest: ${most}. Lowest: ${least}.`,
    slicesOne: 'There is but one part with a value.',

    categories: 'Categories',
    labelColumns: {
      label: 'Category',
      ratings: 'Ratings',
      share: 'Share',
      alpha: 'Alpha value',
      ac1: 'AC1 value',
    },
    masi: 'Alpha of the sets, with MASI distance',
    masiMarked: 'The same among ratings that name a category',
    noneNamed: (empty: string, all: string) => `${empty} of ${all} ratings name no category.`,

    places: 'Marked places',
    placesSaid: (spans: string, answers: string) =>
      `${spans} places were marked in ${answers} answers that at least two raters judged.`,
    anywhere: 'Unitizing alpha, anywhere',
    labelled: 'Unitizing alpha, with labels',
    f1: {
      exact: 'F1, same ends and label',
      overlap: 'F1, same label and a common character',
      characters: 'F1 of characters, same label',
      anywhere: 'F1 of characters, any label',
    },
    ofLabel: (label: string) => `Unitizing alpha of ${label}`,
    statistic: 'Statistic',
    valueInterval: 'Value, 95 % interval',

    versions: 'Versions of the rubric',
    versionColumns: {
      version: 'Version',
      items: 'Items',
      ratings: 'Ratings',
      alpha: 'Alpha value',
      mean: 'Mean',
    },
    versionChange: (from: string, to: string, mean: string) =>
      `From ${from} to ${to} the mean changed by ${mean}.`,
    versionCommon: (items: string, mean: string) =>
      `On ${items} items rated under both it changed by ${mean}.`,

    models: 'Consensus and models',
    consensus: (disputed: string, open: string) => `Raters differ on ${disputed} items; ${open} are open.`,
    noConsensus: 'No item has two ratings, so there is nothing to settle.',
    modelAgrees: (share: string) =>
      `The model gives the same value to ${share} of the items settled by the ratings.`,
    truth: (sure: string) =>
      `With each rater's confusions taken into account, the likeliest value of an item has a chance of ${sure} on average (Dawid and Skene). Errors that most raters share are taken for the truth.`,
    scale: (share: string) =>
      `With each rater's severity taken out, ${share} of how far items lie apart on a common scale is real difference, and the rest uncertainty (many-facet rating scale model).`,
    prevalenceColumns: { value: 'Value', ratings: 'Of the ratings', model: 'True, by the model' },
    accuracy: 'Chance of being right',
    severity: 'Severity, logits',
    fit: 'Fit',

    coefficients: 'All coefficients',
    standardError: 'Standard error',

    save: 'Save report…',
    saveHtml: 'Save as HTML…',
    savePdf: 'Save as PDF…',
    withNames: 'Raters under their names',
    saving: 'Writing the report',
    saved: (file: string) => `Written to ${file}.`,
    saveHint: 'Method, data, coefficients, plots and a digest to count it again, in one file.',
    reportName: (project: string) => `${project} agreement`,
  },
  de: {
    confusion: 'Welche Werte sich gegenüberstehen',
    confusionSaid: (value, other, share) =>
      `Am häufigsten verwechselt: Wo jemand ${value} vergab, vergab jemand anderes in ${share} der Fälle ${other}.`,
    confusionNone: 'Nie wurden verschiedene Werte vergeben.',
    confusionShare: 'Anteil an dem, was andere vergaben',
    rowGave: 'Eine Person vergab',
    columnGave: 'eine andere vergab',

    slices: 'In Teilen',
    sliceBy: 'Nach',
    noSlices: 'Nicht in Teilen',
    byWeek: 'Zeit, nach Wochen',
    byMonth: 'Zeit, nach Monaten',
    slicesBy: (field) => `Alpha nach ${field}`,
    sliceColumns: {
      slice: 'Teil',
      alpha: 'Alpha, 95-%-Intervall',
      pairs: 'Paare einig',
      ac1: 'AC1-Wert',
      items: 'Antworten',
      ratings: 'Bewertungen',
    },
    slicesSaid: (most, least) => `Am höchsten: ${most}. Am niedrigsten: ${least}.`,
    slicesOne: 'Nur ein Teil hat einen Wert.',

    categories: 'Kategorien',
    labelColumns: {
      label: 'Kategorie',
      ratings: 'Bewertungen',
      share: 'Anteil',
      alpha: 'Alpha-Wert',
      ac1: 'AC1-Wert',
    },
    masi: 'Alpha der Mengen, mit MASI-Abstand',
    masiMarked: 'Dasselbe unter Bewertungen, die eine Kategorie nennen',
    noneNamed: (empty, all) => `${empty} von ${all} Bewertungen nennen keine Kategorie.`,

    places: 'Markierte Stellen',
    placesSaid: (spans, answers) =>
      `${spans} Stellen wurden in ${answers} Antworten markiert, die mindestens zwei Personen beurteilt haben.`,
    anywhere: 'Alpha der Stellen, gleich wofür',
    labelled: 'Alpha der Stellen, mit Benennung',
    f1: {
      exact: 'F1, gleiche Enden und Benennung',
      overlap: 'F1, gleiche Benennung und ein gemeinsames Zeichen',
      characters: 'F1 der Zeichen, gleiche Benennung',
      anywhere: 'F1 der Zeichen, gleich wofür',
    },
    ofLabel: (label) => `Alpha der Stellen für ${label}`,
    statistic: 'Kennzahl',
    valueInterval: 'Wert, 95-%-Intervall',

    versions: 'Fassungen der Rubrik',
    versionColumns: {
      version: 'Fassung',
      items: 'Antworten',
      ratings: 'Bewertungen',
      alpha: 'Alpha-Wert',
      mean: 'Mittel',
    },
    versionChange: (from, to, mean) => `Von ${from} zu ${to} änderte sich das Mittel um ${mean}.`,
    versionCommon: (items, mean) => `Bei ${items} Antworten, die unter beiden bewertet wurden, um ${mean}.`,

    models: 'Konsens und Modelle',
    consensus: (disputed, open) =>
      `Bei ${disputed} Antworten gehen die Bewertungen auseinander; ${open} sind offen.`,
    noConsensus: 'Keine Antwort hat zwei Bewertungen: Es gibt nichts zu entscheiden.',
    modelAgrees: (share) =>
      `Das Modell gibt ${share} der Antworten, die durch Bewertungen geklärt sind, denselben Wert.`,
    truth: (sure) =>
      `Rechnet man die Verwechslungen jeder Person ein, hat der wahrscheinlichste Wert einer Antwort im Mittel eine Chance von ${sure} (Dawid und Skene). Fehler, die die meisten teilen, gelten dabei als Wahrheit.`,
    scale: (share) =>
      `Rechnet man die Strenge jeder Person heraus, sind ${share} der Streuung der Antworten auf einer gemeinsamen Skala echter Unterschied, der Rest ist Unsicherheit (Ratingskalen-Modell mit Facetten).`,
    prevalenceColumns: { value: 'Wert', ratings: 'Unter den Bewertungen', model: 'Wahr, nach dem Modell' },
    accuracy: 'Chance, richtig zu liegen',
    severity: 'Strenge, Logits',
    fit: 'Passung',

    coefficients: 'Alle Kennzahlen',
    standardError: 'Standardfehler',

    save: 'Bericht speichern…',
    saveHtml: 'Als HTML speichern…',
    savePdf: 'Als PDF speichern…',
    withNames: 'Bewertende mit Namen',
    saving: 'Bericht wird geschrieben',
    saved: (file) => `In ${file} geschrieben.`,
    saveHint: 'Verfahren, Daten, Kennzahlen, Schaubilder und eine Prüfsumme zum Nachzählen, in einer Datei.',
    reportName: (project) => `${project} Übereinstimmung`,
  },
});
