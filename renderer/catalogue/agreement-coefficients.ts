import { area } from './area.ts';

/** The coefficients by their names. */
export const coefficientsText = area({
  en: {
    percent: 'Percent agreement, mean over items',
    alpha: {
      nominal: "Krippendorff's alpha, nominal",
      ordinal: "Krippendorff's alpha, ordinal",
      interval: "Krippendorff's alpha, interval",
      ratio: "Krippendorff's alpha, ratio",
    },
    fleiss: "Fleiss' kappa",
    conger: "Conger's kappa",
    brennanPrediger: 'Brennan-Prediger coefficient',
    ac1: "Gwet's AC1",
    ac2: {
      linear: "Gwet's AC2, linear weights",
      quadratic: "Gwet's AC2, quadratic weights",
      ordinal: "Gwet's AC2, ordinal weights",
    },
    icc: {
      icc1: 'ICC(1,1), one rating, raters of its own',
      icc2_1: 'ICC(2,1), one rating, any rater',
      icc3_1: 'ICC(3,1), one rating, these raters',
      icc2_k: 'ICC(2,k), mean rating, any raters',
    },
  },
  de: {
    percent: 'Prozentuale Übereinstimmung, Mittel über die Antworten',
    alpha: {
      nominal: 'Krippendorffs Alpha, nominal',
      ordinal: 'Krippendorffs Alpha, ordinal',
      interval: 'Krippendorffs Alpha, Intervall',
      ratio: 'Krippendorffs Alpha, Verhältnis',
    },
    fleiss: 'Kappa nach Fleiss',
    conger: 'Kappa nach Conger',
    brennanPrediger: 'Koeffizient nach Brennan und Prediger',
    ac1: 'AC1 nach Gwet',
    ac2: {
      linear: 'AC2 nach Gwet, lineare Gewichte',
      quadratic: 'AC2 nach Gwet, quadratische Gewichte',
      ordinal: 'AC2 nach Gwet, ordinale Gewichte',
    },
    icc: {
      icc1: 'ICC(1,1), eine Bewertung, eigene Bewertende',
      icc2_1: 'ICC(2,1), eine Bewertung, beliebige Bewertende',
      icc3_1: 'ICC(3,1), eine Bewertung, diese Bewertenden',
      icc2_k: 'ICC(2,k), mittlere Bewertung, beliebige Bewertende',
    },
  },
});
