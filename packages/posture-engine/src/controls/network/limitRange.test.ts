import { testControl } from '../../testing';
import { limitRange } from './limitRange';

const SHOP = `apiVersion: v1
kind: Namespace
metadata: { name: shop }`;

const range = (limits: string, namespace = 'shop') => `${SHOP}
---
apiVersion: v1
kind: LimitRange
metadata: { name: all, namespace: ${namespace} }
spec: { limits: ${limits} }`;

testControl(limitRange, [
  {
    name: 'a default for memory',
    given: range('[{ type: Container, default: { memory: 512Mi } }]'),
    outcome: 'pass',
  },
  {
    name: 'a maximum, which is the default where none is named',
    given: range('[{ type: Container, max: { memory: 1Gi } }]'),
    outcome: 'pass',
  },
  {
    name: 'a request without a limit',
    given: range('[{ type: Container, defaultRequest: { memory: 256Mi } }]'),
    outcome: 'fail',
    message: 'no LimitRange gives containers a default for memory',
  },
  {
    name: 'a default for CPU only',
    given: range('[{ type: Container, default: { cpu: "1" } }]'),
    outcome: 'fail',
  },
  {
    name: 'a maximum for pods, which gives containers nothing',
    given: range('[{ type: Pod, max: { memory: 1Gi } }]'),
    outcome: 'fail',
  },
  {
    name: 'the second item',
    given: range(
      '[{ type: Pod, max: { memory: 1Gi } }, { type: Container, default: { memory: 512Mi } }]',
    ),
    outcome: 'pass',
  },
  {
    name: 'null for the amount',
    given: range('[{ type: Container, default: { memory: null } }]'),
    outcome: 'fail',
  },
  { name: 'no LimitRange', given: SHOP, outcome: 'fail' },
  {
    name: 'one of another namespace',
    given: range('[{ type: Container, default: { memory: 512Mi } }]', 'other'),
    outcome: 'fail',
  },
  {
    name: 'limits of the wrong type',
    given: range('7'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  {
    name: 'a namespace of the cluster',
    given: SHOP.replace('shop', 'kube-system'),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'LimitRanges that may not be read',
    given: SHOP,
    unread: { limitRanges: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
