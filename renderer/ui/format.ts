import { textNow } from '../catalogue/area.ts';
import { formatText } from '../catalogue/format.ts';
import { type Language, useLanguage } from '../catalogue/language.ts';

/** One of each language, made when it is first asked for: making one takes longer than using it. */
function inLanguage<Tool>(make: (tags: { numbers: string; dates: string }) => Tool): () => Tool {
  const made: Partial<Record<Language, Tool>> = {};
  return () => {
    const { language } = useLanguage.getState();
    const tool = made[language] ?? make(textNow(formatText));
    made[language] = tool;
    return tool;
  };
}

const whole = inLanguage(({ numbers }) => new Intl.NumberFormat(numbers, { maximumFractionDigits: 0 }));
const clock = inLanguage(
  ({ dates }) => new Intl.DateTimeFormat(dates, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
);
const day = inLanguage(
  ({ dates }) => new Intl.DateTimeFormat(dates, { day: 'numeric', month: 'short', year: 'numeric' }),
);
const point = inLanguage(({ numbers }) => new Intl.NumberFormat(numbers).format(1.5).charAt(1));

/** 12345 -> "12,345". */
export const count = (value: number): string => whole().format(value);

/** count with its noun: 1 -> "1 answer", 2 -> "2 answers". */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A number with so many decimals: (0.5, 2) -> "0.50". */
export const decimal = (value: number, digits: number): string => value.toFixed(digits).replace('.', point());

/** A statistic: 0.81349 -> "0.81"; null -> "undefined". Minus sign, not hyphen. */
export const statistic = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined
    ? textNow(formatText).undefined
    : decimal(value, digits).replace('-', '−');

/** A share 0 to 1: 0.4567 -> "46 %". */
export const percent = (share: number, digits = 0): string => `${decimal(share * 100, digits)} %`;

const SIZES = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 1500 -> "1.5 kB". */
export function bytes(value: number): string {
  const power = value < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1000 ** power;
  return `${decimal(scaled, power === 0 || scaled >= 100 ? 0 : 1)} ${SIZES[power] ?? 'B'}`;
}

/** Milliseconds in the two largest units: "8 s", "2 min 5 s", "3 h 20 min". */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** UTC time in the reader's zone: "14:02:11". */
export const clockTime = (iso: string): string => clock().format(new Date(iso));

/** UTC time in the reader's zone: "3 Nov 2026". */
export const date = (iso: string): string => day().format(new Date(iso));

/** "today 14:02", "yesterday", "3 Nov 2026". */
export function when(iso: string, now = new Date()): string {
  const then = new Date(iso);
  const days = Math.round(
    (new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  const words = textNow(formatText);
  if (days === 0) return words.today(clock().format(then).slice(0, 5));
  return days === 1 ? words.yesterday : date(iso);
}

/** The opening words of a text, cut at `length` characters. */
export const opening = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
