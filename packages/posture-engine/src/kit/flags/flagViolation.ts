import { FlagQuestion, FlagTest } from '../../data/flagRule';
import { EvidenceValue, Violation } from '../../model/finding';
import { Flag, FlaggedProgram } from '../../relate/controlPlane/flagSource';
import { itemsOf, isStrongSuite } from './flagTest';

/** Settings, paths, names and lists of them; nothing else of a command line is shown. */
const SETTING = /^[\w.:,/*[\]-]{1,200}$/;

/** The place at which a program breaks a row of the table of flags. Flags that the row does not name are never shown. */
export function flagViolation(
  rule: FlagQuestion,
  program: FlaggedProgram,
): Violation {
  const flag = program.flags.get(rule.flag);
  const shown = flag && shownValue(rule.asks, flag);
  const name = program.namesInFile?.get(rule.flag) ?? `--${rule.flag}`;
  return {
    path: `${program.place} ${flag?.path ?? program.unsetPath}`,
    field: `${program.place} --${rule.flag}`,
    message: `${name} of ${program.name} ${problemOf(rule, flag)}`,
    ...(shown === undefined ? {} : { actual: shown }),
    expected: expectedBy(rule),
  };
}

function shownValue(asks: FlagTest, flag: Flag): EvidenceValue {
  const last = flag.values.at(-1) ?? '';
  if (!flag.shown) return 'set';
  if (asks.is === 'httpsUrls') return 'an address without https';
  if (asks.is === 'strongSuites') return weakSuitesOf(flag);
  return SETTING.test(last) ? last : 'another value';
}

function weakSuitesOf({ values }: Flag): readonly string[] {
  return values
    .flatMap(itemsOf)
    .filter(suite => !isStrongSuite(suite) && SETTING.test(suite));
}

function problemOf(rule: FlagQuestion, flag: Flag | undefined): string {
  const { asks } = rule;
  if (asks.is === 'including') return `does not name ${asks.value}`;
  if (!flag) return problemOfUnset(rule);
  switch (asks.is) {
    case 'unset':
      return 'is set';
    case 'without':
      return `names ${namedOf(asks.values, flag).join(' and ')}`;
    case 'loopback':
      return 'is no loopback address';
    case 'httpsUrls':
      return 'has an address without TLS';
    case 'strongSuites':
      return 'has weak cipher suites';
    case 'set':
      return 'is empty';
    default:
      return `is not ${expectedBy(rule)}`;
  }
}

function namedOf(
  unwanted: readonly string[],
  { values }: Flag,
): readonly string[] {
  const items = values.flatMap(itemsOf);
  return unwanted.filter(value => items.includes(value));
}

function problemOfUnset({ asks, default: byDefault }: FlagQuestion): string {
  if (asks.is === 'strongSuites')
    return 'is not set, and what this version offers by itself has weak cipher suites';
  return byDefault ? `is not set, so it is ${byDefault}` : 'is not set';
}

function expectedBy({ asks, orFlag }: FlagQuestion): string {
  switch (asks.is) {
    case 'set':
      return orFlag ? `set, or --${orFlag}` : 'set';
    case 'unset':
      return 'not set';
    case 'equals':
      return asks.value;
    case 'oneOf':
      return asks.values.join(' or ');
    case 'atLeast':
      return `at least ${asks.value}`;
    case 'atMostSeconds':
      return `at most ${asks.value} seconds`;
    case 'atLeastSeconds':
      return `at least ${asks.value} ${
        asks.value === 1 ? 'second' : 'seconds'
      }`;
    case 'including':
      return `a list with ${asks.value}`;
    case 'without':
      return `a list without ${asks.values.join(' and ')}`;
    case 'loopback':
      return '127.0.0.1';
    case 'httpsUrls':
      return 'https addresses only';
    default:
      return 'suites with forward secrecy and authenticated encryption only';
  }
}
