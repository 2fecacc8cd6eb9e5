import { FlagTest } from '../../data/flagRule';

/** Go's own form of a duration: `1h2m3.5s`. */
const DURATION =
  /^(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?$/;
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;
const TRUE = new Set(['1', 't', 'true']);
const FALSE = new Set(['0', 'f', 'false']);

const STRONG_SUITE =
  /^TLS_(?:ECDHE_(?:ECDSA|RSA)_WITH_(?:AES_\d+_GCM_SHA\d+|CHACHA20_POLY1305(?:_SHA256)?)|AES_\d+_GCM_SHA\d+|CHACHA20_POLY1305_SHA256)$/;

/**
 * Whether values of a flag pass a test: every value for a list, where each use of the flag adds to it, else the last.
 * Undefined where that cannot be told, as the value comes from elsewhere (`$(NAME)`) or is none of the flag's kind.
 */
export function passesFlagTest(
  test: FlagTest,
  values: readonly string[],
): boolean | undefined {
  const last = values.at(-1) ?? '';
  if (test.is === 'unset') return last === '';
  if (test.is === 'set') return last !== '';
  if (values.some(value => value.includes('$'))) return undefined;
  return isAboutList(test)
    ? passesForList(test, values.flatMap(itemsOf))
    : passesForValue(test, last);
}

type ListTest = Extract<
  FlagTest,
  { is: 'including' | 'without' | 'strongSuites' | 'httpsUrls' }
>;
type ValueTest = Exclude<FlagTest, ListTest | { is: 'set' | 'unset' }>;

function isAboutList(test: FlagTest): test is ListTest {
  return ['including', 'without', 'strongSuites', 'httpsUrls'].includes(
    test.is,
  );
}

function passesForList(test: ListTest, items: readonly string[]): boolean {
  switch (test.is) {
    case 'including':
      return items.includes(test.value);
    case 'without':
      return !test.values.some(value => items.includes(value));
    case 'strongSuites':
      return items.every(isStrongSuite);
    default:
      return (
        items.length > 0 && items.every(item => item.startsWith('https://'))
      );
  }
}

function passesForValue(test: ValueTest, value: string): boolean | undefined {
  switch (test.is) {
    case 'equals':
      return isEqual(value, test.value);
    case 'oneOf':
      return test.values.includes(value);
    case 'atLeast':
      return /^-?\d+$/.test(value) ? Number(value) >= test.value : undefined;
    case 'atMostSeconds':
      return compareSeconds(value, seconds => seconds <= test.value);
    case 'atLeastSeconds':
      return compareSeconds(value, seconds => seconds >= test.value);
    default:
      return LOOPBACK.test(value);
  }
}

function isEqual(value: string, wanted: string): boolean | undefined {
  const boolean = booleanOf(wanted);
  if (boolean === undefined || wanted === '0') return value === wanted;
  const given = booleanOf(value);
  return given === undefined ? undefined : given === boolean;
}

function booleanOf(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (TRUE.has(lower)) return true;
  return FALSE.has(lower) ? false : undefined;
}

function compareSeconds(
  value: string,
  isEnough: (seconds: number) => boolean,
): boolean | undefined {
  const match =
    value === '' ? null : DURATION.exec(value === '0' ? '0s' : value);
  if (!match) return undefined;
  const [hours, minutes, seconds] = match
    .slice(1)
    .map(part => Number(part ?? 0));
  return isEnough(hours * 3600 + minutes * 60 + seconds);
}

/** True for a cipher suite with forward secrecy and authenticated encryption: ECDHE with GCM or ChaCha20, and all of TLS 1.3. */
export function isStrongSuite(suite: string): boolean {
  return STRONG_SUITE.test(suite);
}

/** `a,b`, or `[a,b]` as `/flagz` writes a list. */
export function itemsOf(value: string): readonly string[] {
  return value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}
