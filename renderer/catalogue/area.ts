import { type Language, useLanguage } from './language.ts';

/** The texts of one part of the window in every language: plain sentences, and functions of what varies in them. */
export type Area<Texts> = Readonly<Record<Language, Texts>>;

/** Defines an area: English fixes what there is, and every other language has the same. */
export const area = <Texts>(
  texts: { en: Texts } & Record<Exclude<Language, 'en'>, NoInfer<Texts>>,
): Area<Texts> => texts;

/** The area's texts in the language spoken now; the component renders again when it changes. */
export const useText = <Texts>(texts: Area<Texts>): Texts => texts[useLanguage(({ language }) => language)];

/** The area's texts in the language spoken now, outside components: for what is said once. */
export const textNow = <Texts>(texts: Area<Texts>): Texts => texts[useLanguage.getState().language];
