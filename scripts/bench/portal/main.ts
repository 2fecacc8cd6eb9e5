import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { ClusterSize } from 'security-posture-demo-cluster';
import demoSignIn from '../../../packages/backend/src/demoSignIn';
import { readInput, tell } from '../childProcess';
import { benchPolicy } from './benchPolicy';
import { configOf, PortalSettings } from './configOf';
import { generatedEntities } from './generatedEntities';
import { measureOwnTime } from './ownTime';
import { timedFacts } from './timedFacts';
import { quietLogger } from '../../backends/quietLogger';

/** What the process of the portal is started with. */
export interface PortalInput extends PortalSettings {
  readonly size: ClusterSize;
  readonly seed: number;
}

/** Runs the portal's real backend: catalog, permissions, sign-in, kubernetes and the plugin, over HTTP. */
async function main(): Promise<void> {
  const { size, seed, ...settings } = await readInput<PortalInput>();
  const backend = createBackend();
  backend.add(configOf(settings));
  backend.add(quietLogger());
  backend.add(
    rootHttpRouterServiceFactory({
      configure({ app, applyDefaults }) {
        app.use(measureOwnTime());
        applyDefaults();
      },
    }),
  );
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(demoSignIn);
  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(benchPolicy);
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(generatedEntities(size, seed));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  backend.add(import('backstage-plugin-security-posture-backend'));
  backend.add(timedFacts);
  await backend.start();
  tell({ ready: true });
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
