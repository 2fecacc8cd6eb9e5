import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineNamespaceControl, fail, notApplicable, pass } from '../../kit';
import {
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { inNamespace } from '../../relate/inNamespace';

const MEMORY = 'memory';

export const limitRange = defineNamespaceControl({
  id: 'limit-range',
  title: 'Containers without limits get a default in the namespace',
  failureTitle: 'Nothing limits the memory of containers that name no limit',
  why: 'One container whose author forgot its limits can then use up the memory of a whole node.',
  fix: 'Create a LimitRange of type `Container` with a `default` and a `defaultRequest` for memory, above what the containers without limits use today.',
  severity: 'low',
  category: 'network',
  scope: 'namespace',
  frameworks: { nsa: ['N3'], 'nist-800-190': ['4.4.3'] },
  references: ['https://kubernetes.io/docs/concepts/policy/limit-range/'],
  needs: ['limitRanges'],
  reads:
    'The LimitRanges of the namespace: an item of type `Container` that gives memory a `default` and a `defaultRequest`. As the API server fills them in, `max` stands for a missing `default`, and `default` for a missing `defaultRequest`. The namespaces of the cluster itself (setting `systemNamespaces`) are not asked for one.',
  notes: 'The NSA guide asks for one in every namespace (appendix F).',
  examples: {
    pass: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: LimitRange
metadata: { name: containers, namespace: shop }
spec: { limits: [{ type: Container, default: { memory: 512Mi }, defaultRequest: { memory: 256Mi } }] }`,
    ],
    fail: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: LimitRange
metadata: { name: pods, namespace: shop }
spec: { limits: [{ type: Pod, max: { memory: 2Gi } }] }`,
    ],
    notApplicable: [
      `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`,
    ],
  },
  evaluate(
    { subject: { name } },
    { inventory, settings }: ControlContext<'limitRanges'>,
  ) {
    if (settings.systemNamespaces.includes(name))
      return notApplicable('nothingToJudge', 'a namespace of the cluster');
    return inNamespace(inventory.limitRanges, name).some(limitsMemory)
      ? pass()
      : fail([
          {
            path: '',
            field: 'LimitRange',
            message: 'no LimitRange gives containers a default for memory',
            expected: 'a default for memory',
          },
        ]);
  },
});

function limitsMemory(range: KubernetesObject): boolean {
  const place = `LimitRange ${range.metadata.name}`;
  const spec = objectOrEmpty(range, 'spec', place);
  return objectsAt(spec, 'limits', `${place}.spec`).some((item, index) => {
    const path = `${place}.spec.limits[${index}]`;
    return (
      stringAt(item, 'type', path) === 'Container' &&
      (hasMemory(item, 'default', path) || hasMemory(item, 'max', path))
    );
  });
}

function hasMemory(item: JsonObject, key: string, path: string): boolean {
  const amount = objectOrEmpty(item, key, path)[MEMORY];
  return amount !== undefined && amount !== null;
}
