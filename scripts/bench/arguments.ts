import { parseArgs } from 'node:util';
import { ClusterSize } from 'security-posture-demo-cluster';

/** What a benchmark is asked for. */
export interface BenchArguments {
  readonly size: ClusterSize;
  readonly seed: number;
  readonly json: boolean;
}

const SIZES: readonly ClusterSize[] = ['S', 'M', 'L', 'XL'];

/** Reads the command line. Throws an Error with a sentence for what cannot be read. */
export function readArguments(argv: readonly string[]): BenchArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      size: { type: 'string', default: 'S' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const size = SIZES.find(known => known === values.size);
  if (!size) throw new Error(`--size is one of ${SIZES.join(', ')}`);
  return { size, seed: Number(values.seed), json: values.json };
}
