/** What counts as personal data here, with the word its placeholder is made of. */
export const KINDS = {
  email: 'EMAIL',
  phone: 'PHONE',
  card: 'CARD',
  iban: 'IBAN',
  ip: 'IP',
  national_id: 'NATIONAL_ID',
  secret: 'SECRET',
  url_credentials: 'URL_CREDENTIALS',
  name: 'NAME',
} as const;

export type Kind = keyof typeof KINDS;

/** A fact about a message, as it is stored with it. */
export type PrivacyCode = `pii.${Kind}`;

export const codeOf = (kind: Kind): PrivacyCode => `pii.${kind}`;

/** A place in a text: UTF-16 offsets, `end` exclusive. */
export interface Finding {
  kind: Kind;
  start: number;
  end: number;
}

/** What to look for beyond the defaults. */
export interface PrivacyOptions {
  /** People's names by list. Off unless told: a list finds the famous as well as the private. */
  names?: boolean;
  /** Addresses of inner networks (10/8, 172.16/12, 192.168/16, fc00::/7). On unless told. */
  privateAddresses?: boolean;
}
