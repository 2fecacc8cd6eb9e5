/**
 * A backend as an adopter runs it, with the catalog, the kubernetes plugin and ours, in a process of its own:
 * `replica.ts`, with its configuration as JSON in the environment variable REPLICA_CONFIG. It tells `started` or `refused`
 * on a channel to its parent, answers `weigh` with the bytes that it holds, and ends with it.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

async function main(): Promise<void> {
  const config = JSON.parse(process.env.REPLICA_CONFIG!);
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(config) as never,
    }),
  );
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  backend.add(import('backstage-plugin-security-posture-backend'));
  await backend.start();
}

/** What is left once all garbage is collected: the heap, and buffers outside of it. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

process.on('message', (message: { type?: string }) => {
  if (message.type === 'weigh')
    process.send?.({ type: 'holds', bytes: heldBytes() });
});
process.once('disconnect', () => process.exit(0));
main().then(
  () => process.send?.({ type: 'started' }),
  error => {
    process.send?.({ type: 'refused', reason: stringifyError(error) }, () =>
      process.exit(1),
    );
  },
);
