import { count } from '../ui/format.ts';
import { area } from './area.ts';

/** Whom and what a decision is about. */
type Decided = Readonly<Record<'rater' | 'other' | 'rubric', string | null>>;

/** Packets: work out to other machines, ratings back, and what is to be decided afterwards. */
export const exchangeText = area({
  en: {
    title: 'Exchange',
    lead: 'Raters at other machines get a packet each and send one back. Packets merge in any order, any number of times.',
    yourKey: (key: string) => `This machine signs with ${key}.`,

    handOut: 'Hand out',
    handOutHint:
      'A packet holds one rater’s items, the rubric and what they rated so far: nothing of other raters, users or, in a blind project, models.',
    rater: 'Rater',
    done: 'Done',
    doneOf: (done: number, assigned: number) => `${done} of ${assigned}`,
    handedOut: 'Handed out',
    cameBack: 'Came back',
    never: 'not yet',
    all: 'All raters with work',
    passphrase: 'Passphrase',
    passphraseHint: 'Optional. With one, only those who know it open the packet; tell the rater another way.',
    write: (packets: number) => (packets === 1 ? 'Write 1 packet…' : `Write ${packets} packets…`),
    writing: 'Writing packets',
    written: (packets: number) =>
      packets === 1 ? 'The packet is written.' : `${packets} packets are written.`,
    file: 'File',
    items: 'Items',
    encrypted: 'encrypted',
    noRaters: 'There is nobody to hand work to',
    noRatersText: 'Draw a sample and assign it to raters; then each of them can get a packet.',
    toSample: 'Draw a sample',

    takeIn: 'Take in',
    takeInHint:
      'Packets that came back, or another project file of this study. The same one twice changes nothing.',
    drop: 'Drop packets here, or',
    choose: 'Choose packets…',
    merging: 'Merging',
    merged: (fresh: number, known: number) =>
      fresh + known === 0
        ? 'No rating was taken in.'
        : fresh === 0
          ? `Nothing new: ${known === 1 ? 'the rating was' : `all ${count(known)} ratings were`} known already.`
          : `${fresh === 1 ? '1 new rating' : `${count(fresh)} new ratings`}${known > 0 ? `, ${count(known)} known already` : ''}.`,
    conflicting: (ratings: number) =>
      ratings === 1 ? '1 rating is to be decided.' : `${count(ratings)} ratings are to be decided.`,
    brought: (parts: readonly string[]) => `Also new: ${parts.join(', ')}.`,
    broughtParts: {
      raters: (n: number) => (n === 1 ? '1 rater' : `${count(n)} raters`),
      conversations: (n: number) => (n === 1 ? '1 conversation' : `${count(n)} conversations`),
      assignments: (n: number) => (n === 1 ? '1 item to judge' : `${count(n)} items to judge`),
      gold: (n: number) => (n === 1 ? '1 gold answer' : `${count(n)} gold answers`),
      decisions: (n: number) => (n === 1 ? '1 decision' : `${count(n)} decisions`),
    },
    from: 'From',
    ratings: 'Ratings',
    fresh: 'New',
    known: 'Known',
    toDecide: 'To decide',
    refused: 'not taken in',
    locked: (files: number) =>
      files === 1 ? 'One packet needs its passphrase.' : `${files} packets need their passphrase.`,
    unlock: 'Try again',
    digest: 'Content',
    digestHint: 'The same digest elsewhere proves the same content.',

    open: (conflicts: number) =>
      conflicts === 1 ? '1 question for you' : `${count(conflicts)} questions for you`,
    openHint: 'Nothing is lost meanwhile, and nothing was overwritten.',
    more: (conflicts: number) => `${count(conflicts)} more follow when these are decided.`,
    differs: (rater: string) => `${rater} judged this answer differently in several files`,
    differsHint: 'The judgement begun first counts until you decide.',
    keyChanged: (rater: string, keys: number) => `Ratings of ${rater} came under ${keys} keys`,
    keyChangedHint: 'From more than one machine, or from more than one person: ask.',
    itemUnknown: (rater: string, ratings: number) =>
      ratings === 1
        ? `${rater} rated an answer that this project does not hold`
        : `${rater} rated ${count(ratings)} answers that this project does not hold`,
    itemUnknownHint:
      'Import the conversations, or merge the project file that holds them. The next merge then takes the ratings in.',
    rubricUnknown: (rater: string, ratings: number) =>
      ratings === 1
        ? `${rater} rated an answer under a rubric that this project does not have`
        : `${rater} rated ${count(ratings)} answers under a rubric that this project does not have`,
    rubricUnknownHint: 'Once the project has that version, the next merge takes the ratings in.',
    rubricDiffers: (rater: string, ratings: number) =>
      ratings === 1
        ? `${rater} rated an answer under another text of the rubric`
        : `${rater} rated ${count(ratings)} answers under another text of the rubric`,
    rubricDiffersHint: 'Compare the two before you take it in.',
    counts: 'counts now',
    here: 'made here',
    byKey: (key: string) => `key ${key}`,
    byFile: 'from a project file',
    unsaid: 'no values',
    keep: 'Keep this one',
    another: 'Another person…',
    anotherName: 'Name of the other person',
    anotherNow: 'Make a rater of them',
    otherKey: (key: string) => `${key} is another person…`,
    same: 'All keys are theirs',
    accept: 'Take in what was rated under it',
    dismiss: 'Leave it out',
    cancel: 'Cancel',
    decided: (decisions: number) => (decisions === 1 ? '1 decision' : `${count(decisions)} decisions`),
    decision: {
      keep: ({ rater }: Decided) => `One of the judgements of ${rater} was kept`,
      another: ({ rater, other }: Decided) => `What came as ${rater} is of ${other}`,
      same: ({ rater }: Decided) => `All keys are of ${rater}`,
      accept: ({ rubric }: Decided) => `Ratings under another text of ${rubric} were taken in`,
      dismiss: ({ rater }: Decided) => `What could not be taken in of ${rater} was left out`,
    },
    decidedBy: (name: string, at: string) => `${name}, ${at}`,
    undo: 'Undo',
    earlier: (decisions: number) => `${count(decisions)} earlier ones stand as well.`,
    cannot: 'cannot be judged',
    categories: (names: string) => `Categories: ${names}`,
    spans: (spans: number) => (spans === 1 ? '1 passage marked' : `${count(spans)} passages marked`),
    answer: (number: number) => `Answer ${String.fromCharCode(65 + number)}`,
    preferred: (choice: number | 'tie' | 'both_bad') =>
      choice === 'tie'
        ? 'Equally good'
        : choice === 'both_bad'
          ? 'All bad'
          : `Better: answer ${String.fromCharCode(65 + choice)}`,
    skipped: (reason: string) => `Skipped: ${reason}`,
    rationale: (text: string) => `Why: ${text}`,
    rewrite: (text: string) => `Rewritten: ${text}`,

    part: (rater: string) => `Work of ${rater}`,
    partLead:
      'This project was made from a packet. Rate what is in it, then send your ratings to whoever gave it to you.',
    progress: (done: number, assigned: number) => `${count(done)} of ${count(assigned)} rated`,
    sendBack: 'Send back my ratings…',
    sendPart: 'What is open can follow later: send again as often as you like.',
    sendAll: 'Everything is rated.',
    sent: (file: string) => `Written to ${file}. Give this file to your lead.`,
    passphraseBack: 'Optional. With one, only those who know it open the packet; tell your lead another way.',
    sentBefore: (when: string) => `Last sent ${when}.`,
    nothingYet: 'Nothing is rated yet.',
    toRate: 'Go on rating',
    moreWork: 'More work',
    moreWorkHint:
      'A newer packet from your lead adds what is new: more items, answers to your questions, what to judge again.',
  },
  de: {
    title: 'Austausch',
    lead: 'Bewertende an anderen Rechnern erhalten je ein Paket und schicken eines zurück. Pakete lassen sich in jeder Reihenfolge und beliebig oft zusammenführen.',
    yourKey: (key) => `Dieser Rechner unterschreibt mit ${key}.`,

    handOut: 'Ausgeben',
    handOutHint:
      'Ein Paket enthält die Antworten für eine Person, die Rubrik und was sie bisher bewertet hat: nichts von anderen Bewertenden, von Nutzern oder, in einem blinden Projekt, von Modellen.',
    rater: 'Person',
    done: 'Erledigt',
    doneOf: (done, assigned) => `${done} von ${assigned}`,
    handedOut: 'Ausgegeben',
    cameBack: 'Zurück',
    never: 'noch nicht',
    all: 'Alle mit Arbeit',
    passphrase: 'Kennsatz',
    passphraseHint:
      'Freiwillig. Dann öffnet das Paket nur, wer ihn kennt; teilen Sie ihn auf anderem Weg mit.',
    write: (packets) => (packets === 1 ? '1 Paket schreiben…' : `${packets} Pakete schreiben…`),
    writing: 'Pakete werden geschrieben',
    written: (packets) =>
      packets === 1 ? 'Das Paket ist geschrieben.' : `${packets} Pakete sind geschrieben.`,
    file: 'Datei',
    items: 'Antworten',
    encrypted: 'verschlüsselt',
    noRaters: 'Es gibt niemanden, der Arbeit bekommen könnte',
    noRatersText:
      'Ziehen Sie eine Stichprobe und teilen Sie sie zu; dann kann jede Person ein Paket erhalten.',
    toSample: 'Stichprobe ziehen',

    takeIn: 'Annehmen',
    takeInHint:
      'Pakete, die zurückkamen, oder eine andere Projektdatei dieser Studie. Dasselbe zweimal ändert nichts.',
    drop: 'Pakete hier ablegen, oder',
    choose: 'Pakete wählen…',
    merging: 'Wird zusammengeführt',
    merged: (fresh, known) =>
      fresh + known === 0
        ? 'Keine Bewertung wurde angenommen.'
        : fresh === 0
          ? `Nichts Neues: ${known === 1 ? 'die Bewertung war' : `alle ${count(known)} Bewertungen waren`} schon bekannt.`
          : `${fresh === 1 ? '1 neue Bewertung' : `${count(fresh)} neue Bewertungen`}${known > 0 ? `, ${count(known)} schon bekannt` : ''}.`,
    conflicting: (ratings) =>
      ratings === 1
        ? '1 Bewertung ist zu entscheiden.'
        : `${count(ratings)} Bewertungen sind zu entscheiden.`,
    brought: (parts) => `Außerdem neu: ${parts.join(', ')}.`,
    broughtParts: {
      raters: (n) => (n === 1 ? '1 Person' : `${count(n)} Personen`),
      conversations: (n) => (n === 1 ? '1 Gespräch' : `${count(n)} Gespräche`),
      assignments: (n) => (n === 1 ? '1 Antwort zu bewerten' : `${count(n)} Antworten zu bewerten`),
      gold: (n) => (n === 1 ? '1 Goldantwort' : `${count(n)} Goldantworten`),
      decisions: (n) => (n === 1 ? '1 Entscheidung' : `${count(n)} Entscheidungen`),
    },
    from: 'Von',
    ratings: 'Bewertungen',
    fresh: 'Neu',
    known: 'Bekannt',
    toDecide: 'Offen',
    refused: 'nicht angenommen',
    locked: (files) =>
      files === 1 ? 'Ein Paket braucht seinen Kennsatz.' : `${files} Pakete brauchen ihren Kennsatz.`,
    unlock: 'Noch einmal versuchen',
    digest: 'Inhalt',
    digestHint: 'Derselbe Wert anderswo beweist denselben Inhalt.',

    open: (conflicts) => (conflicts === 1 ? '1 Frage an Sie' : `${count(conflicts)} Fragen an Sie`),
    openHint: 'Bis dahin geht nichts verloren, und nichts wurde überschrieben.',
    more: (conflicts) => `${count(conflicts)} weitere folgen, wenn diese entschieden sind.`,
    differs: (rater) => `${rater} hat diese Antwort in mehreren Dateien verschieden bewertet`,
    differsHint: 'Bis Sie entscheiden, gilt die zuerst begonnene Bewertung.',
    keyChanged: (rater, keys) => `Bewertungen von ${rater} kamen unter ${keys} Schlüsseln`,
    keyChangedHint: 'Von mehr als einem Rechner oder von mehr als einer Person: fragen Sie nach.',
    itemUnknown: (rater, ratings) =>
      ratings === 1
        ? `${rater} hat eine Antwort bewertet, die dieses Projekt nicht enthält`
        : `${rater} hat ${count(ratings)} Antworten bewertet, die dieses Projekt nicht enthält`,
    itemUnknownHint:
      'Lesen Sie die Gespräche ein oder nehmen Sie die Projektdatei an, die sie enthält. Beim nächsten Mal kommen die Bewertungen dazu.',
    rubricUnknown: (rater, ratings) =>
      ratings === 1
        ? `${rater} hat eine Antwort nach einer Rubrik bewertet, die dieses Projekt nicht hat`
        : `${rater} hat ${count(ratings)} Antworten nach einer Rubrik bewertet, die dieses Projekt nicht hat`,
    rubricUnknownHint: 'Sobald das Projekt diese Fassung hat, kommen die Bewertungen beim nächsten Mal dazu.',
    rubricDiffers: (rater, ratings) =>
      ratings === 1
        ? `${rater} hat eine Antwort nach einem anderen Wortlaut der Rubrik bewertet`
        : `${rater} hat ${count(ratings)} Antworten nach einem anderen Wortlaut der Rubrik bewertet`,
    rubricDiffersHint: 'Vergleichen Sie beide, bevor Sie die Bewertung annehmen.',
    counts: 'gilt jetzt',
    here: 'hier bewertet',
    byKey: (key) => `Schlüssel ${key}`,
    byFile: 'aus einer Projektdatei',
    unsaid: 'keine Werte',
    keep: 'Diese gilt',
    another: 'Eine andere Person…',
    anotherName: 'Name der anderen Person',
    anotherNow: 'Als eigene Person führen',
    otherKey: (key) => `${key} ist eine andere Person…`,
    same: 'Alle Schlüssel gehören dazu',
    accept: 'Danach Bewertetes annehmen',
    dismiss: 'Weglassen',
    cancel: 'Abbrechen',
    decided: (decisions) => (decisions === 1 ? '1 Entscheidung' : `${count(decisions)} Entscheidungen`),
    decision: {
      keep: ({ rater }) => `Eine der Bewertungen von ${rater} gilt`,
      another: ({ rater, other }) => `Was als ${rater} kam, ist von ${other}`,
      same: ({ rater }) => `Alle Schlüssel gehören ${rater}`,
      accept: ({ rubric }) => `Bewertungen nach einem anderen Wortlaut von ${rubric} wurden angenommen`,
      dismiss: ({ rater }) => `Was von ${rater} nicht anzunehmen war, wurde weggelassen`,
    },
    decidedBy: (name, at) => `${name}, ${at}`,
    undo: 'Zurücknehmen',
    earlier: (decisions) => `${count(decisions)} frühere gelten ebenfalls.`,
    cannot: 'nicht beurteilbar',
    categories: (names) => `Kategorien: ${names}`,
    spans: (spans) => (spans === 1 ? '1 Stelle markiert' : `${count(spans)} Stellen markiert`),
    answer: (number) => `Antwort ${String.fromCharCode(65 + number)}`,
    preferred: (choice) =>
      choice === 'tie'
        ? 'Gleich gut'
        : choice === 'both_bad'
          ? 'Alle schlecht'
          : `Besser: Antwort ${String.fromCharCode(65 + choice)}`,
    skipped: (reason) => `Übersprungen: ${reason}`,
    rationale: (text) => `Warum: ${text}`,
    rewrite: (text) => `Neu gefasst: ${text}`,

    part: (rater) => `Arbeit von ${rater}`,
    partLead:
      'Dieses Projekt stammt aus einem Paket. Bewerten Sie, was darin ist, und schicken Sie Ihre Bewertungen dann an die Person, von der Sie es haben.',
    progress: (done, assigned) => `${count(done)} von ${count(assigned)} bewertet`,
    sendBack: 'Meine Bewertungen zurückschicken…',
    sendPart: 'Was noch offen ist, kann später folgen: schicken Sie, so oft Sie wollen.',
    sendAll: 'Alles ist bewertet.',
    sent: (file) => `Geschrieben nach ${file}. Geben Sie diese Datei Ihrer Leitung.`,
    passphraseBack:
      'Freiwillig. Dann öffnet das Paket nur, wer ihn kennt; teilen Sie ihn Ihrer Leitung auf anderem Weg mit.',
    sentBefore: (when) => `Zuletzt geschickt: ${when}.`,
    nothingYet: 'Noch ist nichts bewertet.',
    toRate: 'Weiter bewerten',
    moreWork: 'Mehr Arbeit',
    moreWorkHint:
      'Ein neueres Paket Ihrer Leitung bringt, was neu ist: mehr Antworten, Auskünfte auf Ihre Fragen, was noch einmal zu bewerten ist.',
  },
});
