import { createBackend } from '@backstage/backend-defaults';
import { addIntegrations } from './addIntegrations';
import { addPortal } from './addPortal';

const backend = createBackend();
addPortal(backend);
addIntegrations(backend);
backend.start();
