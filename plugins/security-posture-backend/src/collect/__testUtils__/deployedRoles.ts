import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AccessRule } from 'security-posture-demo-cluster';
import { READ_PARTS, ReadPartName } from 'security-posture-engine';
import { parse } from 'yaml';

const DEPLOY = resolve(__dirname, '../../../../../deploy');

/** A role that adopters apply. */
export interface DeployedRole {
  readonly apiVersion: string;
  readonly kind: 'ClusterRole' | 'Role';
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly rules: readonly AccessRule[];
}

/** The parts that every cluster is given. */
export const DEFAULT_PARTS: readonly ReadPartName[] = [
  'cluster',
  'customResources',
  'kubeSystem',
];

/** The role of one part of what a sweep reads. */
export function deployedRole(part: ReadPartName): DeployedRole {
  const path = resolve(DEPLOY, READ_PARTS[part].file);
  return parse(readFileSync(path, 'utf8'));
}

/** What these parts grant, as a demo cluster takes it. */
export function deployedRules(parts: readonly ReadPartName[]): AccessRule[] {
  return parts.map(deployedRole).flatMap(({ kind, metadata, rules }) =>
    rules.map(rule => ({
      ...rule,
      ...(kind === 'Role' ? { namespaces: [metadata.namespace!] } : {}),
    })),
  );
}
