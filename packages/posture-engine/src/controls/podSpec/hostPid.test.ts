import { testHostNamespace } from '../../testing/testHostNamespace';
import { hostPid } from './hostPid';

testHostNamespace(
  hostPid,
  'hostPID',
  'the pod shares the process ids of its node',
);
