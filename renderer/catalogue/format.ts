import { area } from './area.ts';

/** Words among numbers and dates; small, as it is there with the first item. */
export const formatText = area({
  en: {
    /** What Intl writes numbers and dates by. */
    numbers: 'en-US',
    dates: 'en-GB',
    undefined: 'undefined',
    today: (time: string) => `today ${time}`,
    yesterday: 'yesterday',
  },
  de: {
    numbers: 'de-DE',
    dates: 'de-DE',
    undefined: 'nicht definiert',
    today: (time) => `heute ${time}`,
    yesterday: 'gestern',
  },
});
