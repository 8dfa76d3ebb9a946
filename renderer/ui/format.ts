const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** 12345 -> "12,345". */
export const count = (value: number): string => whole.format(value);

/** count with its noun: 1 -> "1 answer", 2 -> "2 answers". */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A statistic: 0.81349 -> "0.81"; null -> "undefined". Minus sign, not hyphen. */
export const statistic = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? 'undefined' : value.toFixed(digits).replace('-', '−');

/** A share 0 to 1: 0.4567 -> "46 %". */
export const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)} %`;

const SIZES = ['B', 'kB', 'MB', 'GB', 'TB'];

/** 1500 -> "1.5 kB". */
export function bytes(value: number): string {
  const power = value < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1000 ** power;
  return `${scaled.toFixed(power === 0 || scaled >= 100 ? 0 : 1)} ${SIZES[power] ?? 'B'}`;
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
export const clockTime = (iso: string): string => clock.format(new Date(iso));

/** UTC time in the reader's zone: "3 Nov 2026". */
export const date = (iso: string): string => day.format(new Date(iso));

/** "today 14:02", "yesterday", "3 Nov 2026". */
export function when(iso: string, now = new Date()): string {
  const then = new Date(iso);
  const days = Math.round(
    (new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  if (days === 0) return `today ${clock.format(then).slice(0, 5)}`;
  return days === 1 ? 'yesterday' : date(iso);
}

/** The opening words of a text, cut at `length` characters. */
export const opening = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
