import { isReference, namesSecretPlace, tellsNothing } from './innocence';

/**
 * Tokens and keys that cannot be mistaken for anything else. Each takes time linear to the text:
 * what may repeat without end starts at a boundary, so that no character is scanned from two starts.
 */
const HIGH_CONFIDENCE = new RegExp(
  [
    /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----/,
    /(?<![A-Za-z0-9])AKIA[0-9A-Z]{16}(?![A-Za-z0-9])/,
    /(?<![A-Za-z0-9])ghp_[A-Za-z0-9]{16}/,
    /(?<![A-Za-z0-9])github_pat_\w{16}/,
    /(?<![A-Za-z0-9])AIza[0-9A-Za-z_-]{35}/,
    /(?<![A-Za-z0-9])xox[baprs]-[0-9A-Za-z-]{8}/,
    /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]{4}/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** User and password in a URL. The password is captured, for it may be a reference. */
const URL_USERINFO = /:\/\/[^\s/?#@:]*:([^\s/?#@]+)@/g;

const CREDENTIAL_NAME =
  /(?:^|[^a-z0-9]|pg)(?:password|passwd|pwd|passphrase|secret|token|(?:api|access|private)[_.-]?key|credential)s?(?:$|[^a-z0-9])/i;
const PASSWORD_NAME = /(?:password|passwd|pwd|passphrase)$/i;
/** What a name has to hold before its words are worth telling apart. */
const CREDENTIAL_WORD = /pass|pwd|secret|token|key|credential/i;
/** Longest name that is read, in characters: names are shorter, whole texts are not names. */
const MAX_NAME_LENGTH = 256;
/** Shortest value of a name that does not end in a word for password. */
const MIN_LENGTH = 8;

/**
 * True where a text holds what is a credential whatever it is called:
 * a private key, a token of a known shape, or a URL with user and password.
 * A URL whose password is a reference, `postgres://app:$(PASSWORD)@db`, holds none.
 */
export function holdsCredentialPattern(text: string): boolean {
  if (HIGH_CONFIDENCE.test(text)) return true;
  if (!text.includes('://')) return false;
  for (const [, password] of text.matchAll(URL_USERINFO)) {
    if (!isReference(password)) return true;
  }
  return false;
}

/**
 * True where a name says credential and the value has the shape of one:
 * no path, URL, number, duration, boolean, reference or template, and long enough.
 */
export function isNamedCredential(name: string, value: string): boolean {
  if (name.length > MAX_NAME_LENGTH || !CREDENTIAL_WORD.test(name))
    return false;
  const words = splitHumps(name);
  if (!CREDENTIAL_NAME.test(words) || namesSecretPlace(words)) return false;
  const isPassword = PASSWORD_NAME.test(words);
  const literal = value.trim();
  if (literal.length < (isPassword ? 1 : MIN_LENGTH)) return false;
  return !tellsNothing(literal, { numbersCount: isPassword });
}

/** True where a name and its literal value are a credential by either sign. */
export function isCredential(name: string, value: string): boolean {
  return isNamedCredential(name, value) || holdsCredentialPattern(value);
}

/** `dbPassword` as `db_Password`, `APIKey` as `API_Key`. */
function splitHumps(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2');
}
