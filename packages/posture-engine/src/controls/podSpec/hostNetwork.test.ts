import { testHostNamespace } from '../../testing/testHostNamespace';
import { hostNetwork } from './hostNetwork';

testHostNamespace(
  hostNetwork,
  'hostNetwork',
  'the pod uses the network of its node, where no network policy applies to it',
);
