import { parseArgs } from 'node:util';
import { ClusterSize } from 'security-posture-demo-cluster';

/** Parts of the benchmark, in the order in which they run. */
export const PARTS = [
  'sweep',
  'engine',
  'history',
  'facts',
  'requests',
] as const;

export type BenchPart = (typeof PARTS)[number];

/** Where the tables are. */
export type BenchDatabase = 'sqlite' | 'postgres';

/** What a benchmark is asked for. */
export interface BenchArguments {
  readonly size: ClusterSize;
  readonly seed: number;
  readonly json: boolean;
  readonly database: BenchDatabase;
  readonly parts: readonly BenchPart[];
  /** Days of history. */
  readonly days: number;
  /** Seconds that each route is asked for. */
  readonly seconds: number;
  /** Where the data is kept for the next run; undefined keeps none. */
  readonly directory?: string;
}

const SIZES: readonly ClusterSize[] = ['S', 'M', 'L', 'XL'];
const DATABASES: readonly BenchDatabase[] = ['sqlite', 'postgres'];

/** Reads the command line. Throws an Error with a sentence for what cannot be read. */
export function readArguments(argv: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      size: { type: 'string', default: 'S' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      database: { type: 'string', default: 'sqlite' },
      only: { type: 'string', default: PARTS.join(',') },
      days: { type: 'string', default: '30' },
      seconds: { type: 'string', default: '60' },
      directory: { type: 'string' },
    },
  });
  return {
    size: oneOf(SIZES, values.size, '--size'),
    seed: wholeNumber(values.seed, '--seed'),
    json: values.json,
    database: oneOf(DATABASES, values.database, '--database'),
    parts: values.only.split(',').map(part => oneOf(PARTS, part, '--only')),
    days: wholeNumber(values.days, '--days'),
    seconds: wholeNumber(values.seconds, '--seconds'),
    ...(values.directory ? { directory: values.directory } : {}),
  };
}

function oneOf<T extends string>(
  known: readonly T[],
  value: string,
  flag: string,
): T {
  const found = known.find(one => one === value);
  if (!found) throw new Error(`${flag} is one of ${known.join(', ')}`);
  return found;
}

function wholeNumber(text: string, flag: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new Error(`${flag} is a whole number from 1, not ${text}`);
  return Number(text);
}
