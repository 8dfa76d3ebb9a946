import { area } from './area.ts';

/** What other screens say of decisions. */
export const adjudicationLeadText = area({
  en: {
    useConsensus: 'What the ratings come to, in place of their mean',
    aboutConsensus: 'By the rule of Adjudicate. What you decided there counts in any case.',
  },
  de: {
    useConsensus: 'Was die Bewertungen ergeben, statt ihres Mittels',
    aboutConsensus: 'Nach der Regel unter „Entscheiden“. Was Sie dort entschieden haben, gilt in jedem Fall.',
  },
});
