import { area } from './area.ts';

/** What goes with every plot: its numbers, and the drawing to take along. */
export const plotsText = area({
  en: {
    copySvg: 'Copy as SVG',
    saveSvg: 'Save as SVG',
    savePng: 'Save as PNG',
    copied: 'Copied.',
    notCopied: 'It could not be copied.',
  },
  de: {
    copySvg: 'Als SVG kopieren',
    saveSvg: 'Als SVG speichern',
    savePng: 'Als PNG speichern',
    copied: 'Kopiert.',
    notCopied: 'Es konnte nicht kopiert werden.',
  },
});
