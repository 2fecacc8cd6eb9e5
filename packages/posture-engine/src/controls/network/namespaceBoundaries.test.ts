import { ControlCase, testControl } from '../../testing';
import { namespaceBoundaries } from './namespaceBoundaries';

const workload = (name: string, namespace = 'shop') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec: { template: { spec: { containers: [{ name: ${name} }] } } }
---
`;
const SHOP = '{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }';
const BOTH = workload('web') + workload('api') + SHOP;

const entity = (name: string, owner?: string) => [
  { ref: `component:default/${name}`, tags: [], ...(owner ? { owner } : {}) },
];

const rows: readonly ControlCase[] = [
  {
    name: 'services of two owners',
    given: BOTH,
    entities: {
      web: entity('web', 'group:default/shop'),
      api: entity('api', 'group:default/payments'),
    },
    outcome: 'fail',
    severity: 'info',
    message: 'services of 2 owners run here',
  },
  {
    name: 'services of one owner',
    given: BOTH,
    entities: {
      web: entity('web', 'group:default/shop'),
      api: entity('api', 'group:default/shop'),
    },
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'a service beside a workload that nobody has',
    given: BOTH,
    entities: { web: entity('web', 'group:default/shop') },
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'an entity without an owner',
    given: BOTH,
    entities: {
      web: entity('web', 'group:default/shop'),
      api: entity('api'),
    },
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'owners in two namespaces',
    given: workload('web') + workload('api', 'payments') + SHOP,
    entities: {
      web: entity('web', 'group:default/shop'),
      api: entity('api', 'group:default/payments'),
    },
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'no catalog',
    given: BOTH,
    outcome: 'notEvaluated',
    reason: 'manual',
  },
  {
    name: 'a namespace without workloads',
    given: SHOP,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
];

testControl(namespaceBoundaries, rows);
