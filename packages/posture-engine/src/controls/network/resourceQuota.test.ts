import { testControl } from '../../testing';
import { resourceQuota } from './resourceQuota';

const SHOP = `apiVersion: v1
kind: Namespace
metadata: { name: shop }`;

const quota = (spec: string, namespace = 'shop', name = 'all') => `${SHOP}
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: ${name}, namespace: ${namespace} }
spec: ${spec}`;

testControl(resourceQuota, [
  {
    name: 'a quota of CPU and memory requests',
    given: quota('{ hard: { requests.cpu: "8", requests.memory: 16Gi } }'),
    outcome: 'pass',
  },
  {
    name: 'the short names of requests',
    given: quota('{ hard: { cpu: "8", memory: 16Gi } }'),
    outcome: 'pass',
  },
  {
    name: 'limits alone',
    given: quota('{ hard: { limits.cpu: "8", limits.memory: 16Gi } }'),
    outcome: 'pass',
  },
  {
    name: 'two quotas that bound one resource each',
    given: `${quota('{ hard: { cpu: "8" } }')}
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: memory, namespace: shop }
spec: { hard: { memory: 16Gi } }`,
    outcome: 'pass',
  },
  {
    name: 'no quota',
    given: SHOP,
    outcome: 'fail',
    message: 'no quota for the whole namespace bounds CPU and memory',
  },
  {
    name: 'a quota of CPU only',
    given: quota('{ hard: { cpu: "8" } }'),
    outcome: 'fail',
    message: 'no quota for the whole namespace bounds memory',
  },
  {
    name: 'a quota for some pods only',
    given: quota('{ scopes: [BestEffort], hard: { cpu: "8", memory: 16Gi } }'),
    outcome: 'fail',
  },
  {
    name: 'a quota with a scope selector',
    given: quota(
      '{ scopeSelector: { matchExpressions: [] }, hard: { cpu: "8", memory: 16Gi } }',
    ),
    outcome: 'fail',
  },
  {
    name: 'null scopes, which are none',
    given: quota(
      '{ scopes: null, scopeSelector: null, hard: { cpu: "8", memory: 16Gi } }',
    ),
    outcome: 'pass',
  },
  {
    name: 'a quota of another namespace',
    given: quota('{ hard: { cpu: "8", memory: 16Gi } }', 'other'),
    outcome: 'fail',
  },
  {
    name: 'hard bounds of the wrong type',
    given: quota('{ hard: many }'),
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
    name: 'a system namespace that a site asks for quotas too',
    given: SHOP.replace('shop', 'kube-system'),
    settings: { systemNamespaces: [] },
    outcome: 'fail',
  },
  {
    name: 'quotas that may not be read',
    given: SHOP,
    unread: { resourceQuotas: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
]);
