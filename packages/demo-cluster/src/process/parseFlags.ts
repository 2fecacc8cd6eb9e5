import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { clusterName } from '../generator/names';
import { clusterSizes } from '../generator/sizes';
import { parseConfig, parseSize } from './parseConfig';
import { ClusterOptions, ProcessOptions } from './ProcessOptions';

export const usage = `usage: demo-clusters [--config FILE]
       [--cluster name=NAME,port=PORT,data=PATH,version=VERSION,token=TOKEN]...
       [--size S|M|L|XL --seed N --clusters N --base-port PORT --token TOKEN]
       [--control-port PORT] [--cache-characters N]`;

const flags = {
  config: { type: 'string' },
  cluster: { type: 'string', multiple: true },
  size: { type: 'string' },
  seed: { type: 'string', default: '1' },
  clusters: { type: 'string' },
  'base-port': { type: 'string', default: '0' },
  token: { type: 'string' },
  'control-port': { type: 'string' },
  'cache-characters': { type: 'string' },
} as const;

type Values = ReturnType<typeof readFlags>;

/**
 * Reads the command line.
 *
 * @throws Error with one sentence that says what is wrong.
 */
export function parseFlags(args: string[]): ProcessOptions {
  const values = readFlags(args);
  const config = readConfig(values.config);
  const clusters = [
    ...config.clusters,
    ...(values.cluster ?? []).map(parseClusterFlag),
    ...generatedClusters(values),
  ];
  if (clusters.length === 0) {
    throw new Error(`no cluster was asked for\n${usage}`);
  }
  return {
    clusters,
    controlPort: optionalNumber(values, 'control-port') ?? config.controlPort,
    cacheCharacters: optionalNumber(values, 'cache-characters'),
  };
}

function readFlags(args: string[]) {
  return parseArgs({ args, options: flags, allowPositionals: false }).values;
}

function readConfig(file: string | undefined): ProcessOptions {
  return file === undefined
    ? { clusters: [] }
    : parseConfig(readFileSync(file, 'utf8'), dirname(resolve(file)));
}

function parseClusterFlag(flag: string): ClusterOptions {
  const parts = flag.split(',').map(part => splitPair(part));
  const valuesOf = (key: string) =>
    parts.filter(([name]) => name === key).map(([, value]) => value);
  const [name] = valuesOf('name');
  if (!name) {
    throw new Error(`--cluster ${flag} has no name`);
  }
  const tokens = valuesOf('token');
  return {
    name,
    port: wholeNumber(valuesOf('port')[0] ?? '0', `the port of ${name}`),
    version: valuesOf('version')[0],
    data: valuesOf('data').map(path => resolve(path)),
    ...(tokens.length > 0 && { tokens: tokens.map(everything) }),
  };
}

function splitPair(part: string): [string, string] {
  const known = ['name', 'port', 'data', 'version', 'token'];
  const [key, ...value] = part.split('=');
  if (!known.includes(key) || value.length === 0) {
    throw new Error(`--cluster takes ${known.join(', ')}, not '${part}'`);
  }
  return [key, value.join('=')];
}

function generatedClusters(values: Values): ClusterOptions[] {
  if (values.size === undefined) {
    return [];
  }
  const size = parseSize(values.size);
  const seed = wholeNumber(values.seed, '--seed');
  const basePort = wholeNumber(values['base-port'], '--base-port');
  const most = clusterSizes[size].clusters;
  const count = wholeNumber(values.clusters ?? `${most}`, '--clusters');
  if (count > most) {
    throw new Error(`size ${size} has ${most} clusters, not ${count}`);
  }
  return Array.from({ length: count }, (_, cluster) => ({
    name: clusterName(cluster),
    port: basePort === 0 ? 0 : basePort + cluster,
    data: [],
    generate: { size, seed, cluster },
    ...(values.token !== undefined && { tokens: [everything(values.token)] }),
  }));
}

function everything(token: string) {
  return { token, rules: 'all' as const };
}

function optionalNumber(
  values: Values,
  flag: 'control-port' | 'cache-characters',
): number | undefined {
  const text = values[flag];
  return text === undefined ? undefined : wholeNumber(text, `--${flag}`);
}

function wholeNumber(text: string, what: string): number {
  if (!/^\d+$/.test(text)) {
    throw new Error(`${what} must be a whole number, not '${text}'`);
  }
  return Number(text);
}
