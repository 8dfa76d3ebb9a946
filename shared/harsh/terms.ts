import type { DetectedKind } from './harsh.ts';

/** What a kind is told by: words that stand alone, and signs of languages that put no blank between words. Patterns, any case. */
interface Terms {
  words: readonly string[];
  anywhere: readonly string[];
}

/**
 * Severe and unmistakable words of several languages, as the pieces of one pattern. Words that mostly mean something harmless
 * ("kill a process", "shoot a film", "cut costs") count only beside what makes them severe.
 */
export const TERMS: Readonly<Record<DetectedKind, Terms>> = {
  violence: {
    words: [
      'rap(?:e(?![- ]?seed)|ed|es|ing|ist|ists)',
      'gang[- ]?rape[ds]?',
      'behead(?:ed|s|ing|ings)?|decapitat(?:e|ed|es|ing|ion)',
      'dismember(?:ed|s|ing|ment)?|disembowel(?:led|ed|s|ing|ling)?',
      'massacre[ds]?|genocide|ethnic cleansing',
      'tortur(?:e|ed|es|ing) (?:him|her|them|you|people|prisoners|to death)',
      '(?:stab|stabbed|beat|beaten|burn|burned|burnt|shot|strangle|strangled|choke|choked) (?:\\w{1,12} ){0,2}to death',
      '(?:kill|murder|slaughter|lynch|strangle|stab) (?:you|him|her|them|all of (?:you|them)|your family|my (?:wife|husband|mother|father|child|children|boss|neighbou?r))',
      'lynch(?:ed|ing|ings)',
      'vergewaltig(?:t|te|ten|en|ung|ungen|er)|enthaupt(?:et|en|ung)|massaker|völkermord|zu tode (?:geprügelt|gefoltert|gequält)',
      'viol(?:ée|ées|eur|eurs|er une femme)|décapit(?:é|ée|er|ation)|égorg(?:é|ée|er)|génocide',
      'violaci[oó]n(?:es)?|violador(?:es)?|decapit(?:ado|ada|ar|aci[oó]n)|masacre|genocidio',
      'stupr(?:o|i|ata|atore)|decapitat[oa]|genocídio|estupr(?:o|ada|ador)',
      'изнасилова(?:л|ли|ла|ть|ние|на)|обезглав(?:ил|ить|лен)|геноцид|резня',
      'tecavüz|soykırım|katliam',
    ],
    anywhere: [
      '强奸',
      '強姦',
      '斩首',
      '斬首',
      '屠杀',
      '屠殺',
      '虐殺',
      'レイプ',
      '강간',
      '학살',
      'اغتصاب',
      'إبادة جماعية',
      'אונס',
    ],
  },
  sexual: {
    words: [
      'porn|porno|pornograph(?:y|ic)|hardcore sex|blow ?jobs?|hand ?jobs?|gang ?bangs?|cum ?shots?|deepthroat',
      'child (?:porn|pornography|sexual abuse)|csam|p(?:a)?edophil(?:e|es|ia|ic)|incest',
      '(?:sexual(?:ly)?|sex) (?:abus(?:e|ed)|assault(?:ed)?|explicit)',
      'bestiality|masturbat(?:e|ed|es|ing|ion)',
      'kinderporno(?:grafie|graphie)?|pädophil(?:e|er|en|ie)|sexueller missbrauch|sexuell missbraucht|inzest',
      'pornographie|pédophil(?:e|es|ie)|abus sexuels?|agression sexuelle',
      'pornograf[ií]a|ped[oó]fil[oai]s?|pederastia|abuso sexual|agresi[oó]n sexual',
      'pornografia|abuso sessuale|estupro de vulner[aá]vel',
      'порно(?:графия|графический)?|педофил(?:ия|ы|ов)?|инцест',
    ],
    anywhere: ['色情片', '儿童色情', '兒童色情', '児童ポルノ', '아동 음란물', 'إباحية', 'פורנו'],
  },
  self_harm: {
    words: [
      'suicid(?:e|al|es)|self[- ]?harm(?:ed|ing|s)?|self[- ]?injur(?:y|ies|ed|ing)',
      '(?:kill|killed|killing|hang|hanged|hanging|cut|cutting|hurt|hurting|drown|starve|starving) (?:myself|yourself|himself|herself|themselves)(?! (?:an?|some|off|short|loose|free)(?![\\p{L}]))',
      '(?:end|ended|ending|take|took|taking) (?:my|your|his|her|their) (?:own )?li(?:fe|ves)',
      '(?:want|wants|wanted|going) to die',
      'kys|pro[- ]?ana|thinspo',
      'selbstmord|suizid(?:al|gedanken)?|selbstverletz(?:t|ung|end|endes)|(?:mich|sich|dich) umbringen|(?:mir|sich|dir) das leben nehmen|(?:mich|sich) ritzen',
      'suicidaire|me suicider|se suicider|me tuer|automutilation|mettre fin à mes jours',
      'suicid(?:io|arme|arse)|matarme|quitarme la vida|autolesi[oó]n(?:es)?|cortarme las venas',
      'suicidar-me|me matar|automutila[cç][aã]o|uccidermi|togliermi la vita|autolesionismo',
      'самоубийств(?:о|а|е|ом)|суицид(?:а|е|альный)?|покончить с собой|убить себя',
      'intihar',
    ],
    anywhere: ['自杀', '自殺', '自残', '自傷', 'リストカット', '자살', '자해', 'انتحار', 'התאבדות'],
  },
  slur: {
    words: [
      'n[i1]gg(?:er|ers|a|as|az)|k[i1]kes?|sp[i1]cs?|ch[i1]nks?|gooks?|wetbacks?|sand ?n[i1]ggers?|rag ?heads?|towel ?heads?|coons?',
      'f[a4]gg?[o0]ts?|tr[a4]nn(?:y|ies)|dykes?|she-?males?',
      'retards?|retarded|mongoloids?',
      'untermensch(?:en)?|kanaken?|neger|judensau|zigeunerpack|schwuchteln?|spastis?|missgeburt(?:en)?',
      'sale (?:juif|juive|arabe|noir|noire)|bougnoules?|youpins?|négros?|pédés?|tarlouzes?',
      'sudacas?|maric[oó]n(?:es)?|negratas?|moro de mierda|puto (?:jud[ií]o|negro|moro)',
      'froci[oa]?|negracci[oa]?|viados?|crioulo (?:sujo|nojento)',
      'жид(?:ы|ов)?|хач(?:и|ей)?|чурк(?:а|и)|пидор(?:ы|ов|ас|асы)?|черножоп(?:ый|ые)',
    ],
    anywhere: ['支那人', '黑鬼', 'チョン公', '짱깨'],
  },
};
