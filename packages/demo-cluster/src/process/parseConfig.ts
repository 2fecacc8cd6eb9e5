import { resolve } from 'node:path';
import { parse } from 'yaml';
import { ClusterSize, clusterSizes } from '../generator/sizes';
import { JsonObject } from '../objects/Manifest';
import { AccessRule, DemoToken } from '../server/AccessRule';
import { ClusterOptions, ProcessOptions } from './ProcessOptions';

/**
 * Reads a config file, in YAML or JSON:
 *
 * ```yaml
 * controlPort: 17000
 * clusters:
 *   - name: prod-eu
 *     port: 17001
 *     version: v1.35.8
 *     data: [data/prod-eu]
 *     tokens:
 *       - { token: demo-token, rules: all, denied: [secrets] }
 *   - name: large
 *     port: 17002
 *     generate: { size: M, seed: 1, cluster: 0 }
 * ```
 *
 * @param folder - what the paths in it start from
 * @throws Error that names the field that is missing, unknown or wrong.
 */
export function parseConfig(source: string, folder: string): ProcessOptions {
  const config = fields(parse(source), 'the config', [
    'controlPort',
    'clusters',
  ]);
  const clusters = list(config.clusters, 'clusters');
  return {
    controlPort: optional(config.controlPort, count('controlPort')),
    clusters: clusters.map((entry, index) =>
      parseCluster(entry, `clusters[${index}]`, folder),
    ),
  };
}

function parseCluster(
  entry: unknown,
  at: string,
  folder: string,
): ClusterOptions {
  const cluster = fields(entry, at, [
    'name',
    'port',
    'version',
    'data',
    'generate',
    'tokens',
    'latencyMs',
  ]);
  const data =
    cluster.data === undefined ? [] : list(cluster.data, `${at}.data`);
  return {
    name: text(`${at}.name`)(cluster.name),
    port: count(`${at}.port`)(cluster.port),
    version: optional(cluster.version, text(`${at}.version`)),
    data: data.map(path => resolve(folder, text(`${at}.data`)(path))),
    generate: optional(cluster.generate, value =>
      parseGenerate(value, `${at}.generate`),
    ),
    tokens: optional(cluster.tokens, value =>
      list(value, `${at}.tokens`).map(token =>
        parseToken(token, `${at}.tokens`),
      ),
    ),
    latencyMs: optional(cluster.latencyMs, count(`${at}.latencyMs`)),
  };
}

function parseGenerate(value: unknown, at: string) {
  const generate = fields(value, at, ['size', 'seed', 'cluster']);
  return {
    size: parseSize(String(generate.size)),
    seed: count(`${at}.seed`)(generate.seed),
    cluster: count(`${at}.cluster`)(generate.cluster),
  };
}

/** @throws Error that lists the sizes there are. */
export function parseSize(size: string): ClusterSize {
  if (!Object.hasOwn(clusterSizes, size)) {
    const known = Object.keys(clusterSizes).join(', ');
    throw new Error(`a size is one of ${known}, not '${size}'`);
  }
  return size as ClusterSize;
}

function parseToken(value: unknown, at: string): DemoToken {
  const token = fields(value, at, ['token', 'user', 'rules', 'denied']);
  return {
    token: text(`${at}.token`)(token.token),
    user: optional(token.user, text(`${at}.user`)),
    rules:
      token.rules === 'all'
        ? 'all'
        : list(token.rules, `${at}.rules`).map(rule => parseRule(rule, at)),
    denied: optional(token.denied, texts(`${at}.denied`)),
  };
}

function parseRule(value: unknown, at: string): AccessRule {
  const names = [
    'apiGroups',
    'resources',
    'resourceNames',
    'namespaces',
    'nonResourceURLs',
  ];
  const rule = fields(value, `${at}.rules`, ['verbs', ...names]);
  const given = names.filter(name => rule[name] !== undefined);
  return {
    verbs: texts(`${at}.rules.verbs`)(rule.verbs),
    ...Object.fromEntries(
      given.map(name => [name, texts(`${at}.rules.${name}`)(rule[name])]),
    ),
  };
}

function fields(value: unknown, at: string, known: string[]): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${at} must be a map`);
  }
  const unknown = Object.keys(value).find(key => !known.includes(key));
  if (unknown !== undefined) {
    throw new Error(`${at} has no '${unknown}'; it has ${known.join(', ')}`);
  }
  return value as JsonObject;
}

function list(value: unknown, at: string): unknown[] {
  if (!Array.isArray(value)) {
    throw new Error(`${at} must be a list`);
  }
  return value;
}

function optional<T>(
  value: unknown,
  read: (value: unknown) => T,
): T | undefined {
  return value === undefined ? undefined : read(value);
}

function text(at: string): (value: unknown) => string {
  return value => {
    if (typeof value !== 'string' || value === '') {
      throw new Error(`${at} must be a text`);
    }
    return value;
  };
}

/** The core API group is the empty text, so these may be empty. */
function texts(at: string): (value: unknown) => string[] {
  return value =>
    list(value, at).map(entry => {
      if (typeof entry !== 'string') {
        throw new Error(`${at} must be a list of texts`);
      }
      return entry;
    });
}

function count(at: string): (value: unknown) => number {
  return value => {
    if (!Number.isInteger(value) || Number(value) < 0) {
      throw new Error(`${at} must be a whole number from 0`);
    }
    return Number(value);
  };
}
