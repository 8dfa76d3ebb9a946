/** Names under which passwords are written, before a colon, an equals sign or "is". */
export const PASSWORD_WORDS = [
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'pass',
  'pwd',
  'pw',
  'passwort',
  'kennwort',
  'mot de passe',
  'mdp',
  'contraseña',
  'contrasena',
  'clave',
  'senha',
  'palavra-passe',
  'wachtwoord',
  'lösenord',
  'hasło',
  'salasana',
  'adgangskode',
  'passord',
  'heslo',
  'şifre',
  'пароль',
  '密码',
  '密碼',
  'パスワード',
  '비밀번호',
] as const;

/** Names under which keys and tokens are written. */
export const TOKEN_WORDS = [
  'api key',
  'apikey',
  'api secret',
  'secret key',
  'secret access key',
  'access key',
  'private key',
  'encryption key',
  'signing key',
  'account key',
  'auth key',
  'client secret',
  'secret',
  'access token',
  'auth token',
  'refresh token',
  'bearer token',
  'session token',
  'api token',
  'token',
  'credential',
  'credentials',
  'sessionid',
  'session id',
] as const;

/** Parameters of a URL whose value lets its holder in; the second list is for values that look like a key. */
export const OPEN_PARAMETERS = [
  'access_token',
  'token',
  'api_key',
  'apikey',
  'api-key',
  'auth_token',
  'id_token',
  'refresh_token',
  'password',
  'passwd',
  'pwd',
  'secret',
  'client_secret',
  'x-amz-signature',
  'x-goog-signature',
  'session',
  'sessionid',
  'jwt',
  'reset_token',
  'invite_token',
] as const;
export const KEYLIKE_PARAMETERS = ['key', 'sig', 'signature', 'auth', 'code', 'sid', 'hash'] as const;

/** Shortest and longest ending that is looked at. */
const SHORTEST = 2;
const ENDING = 5;

/** Scripts without spaces have no beginning of a word to look for. */
const isLatin = (word: string): boolean => word.charCodeAt(0) < 0x250;

const endingsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words
      .flatMap((word) => [word, word.replaceAll(' ', '')])
      .map((word) => (word.length < ENDING && isLatin(word) ? ` ${word}` : word).slice(-ENDING)),
  );

/** Two characters as one number, each with the bit set that makes capitals small. */
const codePair = (first: number, second: number): number => (first | 0x20) * 0x10000 + (second | 0x20);

const BEFORE_COLON = endingsOf([...PASSWORD_WORDS, ...TOKEN_WORDS]);
const BEFORE_EQUALS = endingsOf([
  ...PASSWORD_WORDS,
  ...TOKEN_WORDS,
  ...[...OPEN_PARAMETERS, ...KEYLIKE_PARAMETERS].map((word) => word.replace(/[-_]/g, ' ')),
]);

/** The last two letters of all of them, by which most words are told not to be one. */
const LAST_TWO: ReadonlySet<number> = new Set(
  [...BEFORE_COLON, ...BEFORE_EQUALS].map((ending) =>
    codePair(ending.charCodeAt(ending.length - 2), ending.charCodeAt(ending.length - 1)),
  ),
);

/** True where a colon or equals sign comes after what ends like one of the names above, quotes and a space between them. */
export function afterSecretWord(text: string, sign: number): boolean {
  let end = sign;
  while (end > 0 && sign - end < 3 && isBetween(text.charCodeAt(end - 1))) end--;
  if (!LAST_TWO.has(codePair(text.charCodeAt(end - 2), text.charCodeAt(end - 1)))) return false;
  const tail = ` ${text.slice(Math.max(0, end - ENDING), end)}`.toLowerCase().replace(/[^\p{L}]/gu, ' ');
  const endings = text[sign] === '=' || text[sign] === '＝' ? BEFORE_EQUALS : BEFORE_COLON;
  for (let size = SHORTEST; size <= ENDING; size++) if (endings.has(tail.slice(-size))) return true;
  return false;
}

/** A space, quote, backslash or star. */
const isBetween = (code: number): boolean =>
  code === 0x20 || code === 0x22 || code === 0x27 || code === 0x60 || code === 0x5c || code === 0x2a;
