import { testHostNamespace } from '../../testing/testHostNamespace';
import { hostIpc } from './hostIpc';

testHostNamespace(
  hostIpc,
  'hostIPC',
  'the pod shares the inter-process communication of its node',
);
