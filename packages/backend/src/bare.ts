/** The demo portal without anything that postures can be taken to: `npm run demo -- --bare`. */
import { createBackend } from '@backstage/backend-defaults';
import { addPortal } from './addPortal';

const backend = createBackend();
addPortal(backend);
backend.start();
