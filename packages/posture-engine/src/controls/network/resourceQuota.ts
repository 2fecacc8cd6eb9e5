import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineNamespaceControl, fail, notApplicable, pass } from '../../kit';
import { listAt, objectAt, objectOrEmpty } from '../../read/typedReads';
import { inNamespace } from '../../relate/inNamespace';

const CPU = ['requests.cpu', 'limits.cpu', 'cpu'];
const MEMORY = ['requests.memory', 'limits.memory', 'memory'];

export const resourceQuota = defineNamespaceControl({
  id: 'resource-quota',
  title: 'A quota bounds what the namespace may use',
  failureTitle: 'No quota bounds the CPU and memory of the namespace',
  why: 'Without a quota one team, or one attacker, can take the CPU and memory that the services of all others need.',
  fix: 'Create a ResourceQuota with `requests.cpu` and `requests.memory`, sized by what the namespace uses today.',
  severity: 'low',
  category: 'network',
  scope: 'namespace',
  frameworks: { nsa: ['N3'], 'nist-800-190': ['4.4.3'] },
  references: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  needs: ['resourceQuotas'],
  reads:
    'The ResourceQuotas of the namespace. One without scopes has to bound CPU (`requests.cpu`, `limits.cpu` or `cpu`) and memory (`requests.memory`, `limits.memory` or `memory`); quotas with scopes bound some pods only and do not count. The namespaces of the cluster itself (setting `systemNamespaces`) are not asked for one.',
  notes:
    'The NSA guide asks for quotas in every namespace (appendix G). Two quotas that bound one resource each pass together.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: all, namespace: shop }
spec: { hard: { requests.cpu: "8", requests.memory: 16Gi } }`,
    ],
    fail: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: pods, namespace: shop }
spec: { hard: { pods: "50" } }`,
    ],
    notApplicable: [
      `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`,
    ],
  },
  evaluate(
    { subject: { name } },
    { inventory, settings }: ControlContext<'resourceQuotas'>,
  ) {
    if (settings.systemNamespaces.includes(name))
      return notApplicable('nothingToJudge', 'a namespace of the cluster');
    const bounded = inNamespace(inventory.resourceQuotas, name).flatMap(
      boundedBy,
    );
    const missing = [
      ...(CPU.some(key => bounded.includes(key)) ? [] : ['CPU']),
      ...(MEMORY.some(key => bounded.includes(key)) ? [] : ['memory']),
    ];
    return missing.length === 0
      ? pass()
      : fail([
          {
            path: '',
            field: 'ResourceQuota',
            message: `no quota for the whole namespace bounds ${missing.join(
              ' and ',
            )}`,
            expected: missing.map(what => `a bound on ${what}`),
          },
        ]);
  },
});

/** What a quota bounds for every pod of its namespace. */
function boundedBy(quota: KubernetesObject): readonly string[] {
  const path = `ResourceQuota ${quota.metadata.name}.spec`;
  const spec = objectOrEmpty(quota, 'spec', '');
  const isScoped =
    listAt(spec, 'scopes', path).length > 0 ||
    objectAt(spec, 'scopeSelector', path) !== undefined;
  return isScoped ? [] : Object.keys(objectOrEmpty(spec, 'hard', path));
}
