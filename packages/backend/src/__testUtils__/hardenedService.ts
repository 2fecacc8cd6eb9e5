import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Where the templates of the demo are. */
export const TEMPLATES = resolve(
  __dirname,
  '../../../demo-cluster/data/templates',
);

/** The files of the skeleton, from its folder. */
export const SKELETON = [
  'catalog-info.yaml',
  'manifests/namespace.yaml',
  'manifests/network.yaml',
  'manifests/workload.yaml',
];

/** What somebody enters who wants a service called `receipts`. */
export const VALUES = {
  name: 'receipts',
  owner: 'group:default/payments',
  image: `registry.acme.example/payments/receipts:1.0.0@sha256:${'7'.repeat(
    64,
  )}`,
  port: 8080,
};

/** A file of the skeleton as it is written. */
export function readSkeleton(path: string): Promise<string> {
  return readFile(join(TEMPLATES, 'hardened-service', path), 'utf8');
}
