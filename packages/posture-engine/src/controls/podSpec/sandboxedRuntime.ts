import { defineControl, fail, notApplicable, pass } from '../../kit';
import { handlerOf } from '../../relate/handlerOf';
import { EntityFacts } from '../../model/control';
import { Workload } from '../../model/workload';

/** Tags of a catalog entity that say that its workloads run code or serve people that are not trusted. */
const UNTRUSTED_TAGS: readonly string[] = ['untrusted', 'multi-tenant'];

const SANDBOXES = /^(?:runsc|gvisor|kata.*|hyperv)$/;

export const sandboxedRuntime = defineControl({
  id: 'sandboxed-runtime',
  title: 'Workloads that are not trusted run in a sandbox',
  failureTitle: 'A workload that is not trusted runs on the kernel of its node',
  why: 'Plain containers share the kernel of their node, so that code which nobody trusts needs only one hole in that kernel to reach its neighbours.',
  fix: 'Set `runtimeClassName` to a RuntimeClass of the cluster whose handler is a sandbox, such as gVisor or Kata Containers.',
  severity: 'info',
  category: 'podSpec',
  scope: 'pod',
  optional: true,
  needsEntity: true,
  frameworks: {
    nsa: ['P6'],
    'nist-800-190': ['4.4.3', '4.5.2'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/containers/runtime-class/',
    'https://kubernetes.io/docs/concepts/security/multi-tenancy/',
  ],
  needs: ['runtimeClasses'],
  reads:
    '`runtimeClassName` of the pod spec, the `handler` of that RuntimeClass, and the tags of the catalog entity that owns the workload. Judged only for entities with the tag `untrusted` or `multi-tenant`. Sandboxes are the handlers runsc, gvisor, hyperv and those that start with kata.',
  notes:
    'There is no patch: which sandboxes a cluster has, and whether the program runs in one, only its people know. A RuntimeClass that does not exist is no sandbox.',
  examples: {
    pass: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: playground, namespace: shop }
spec:
  template:
    spec:
      runtimeClassName: sandbox
      containers: [{ name: playground }]
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata: { name: sandbox }
handler: runsc`,
    ],
    fail: ['containers: [{ name: playground }]'],
    notApplicable: [
      {
        given: 'containers: [{ name: web }]',
        surroundings: { entity: { ref: 'component:default/web', tags: [] } },
      },
    ],
  },
  exampleSurroundings: {
    entity: { ref: 'component:default/playground', tags: ['untrusted'] },
  },
  evaluate: (workload, { entity, inventory }) => {
    if (!isUntrusted(entity)) return notApplicable('notConfigured');
    const name = workload.runtimeClassName;
    if (!name) return unsandboxed(workload);
    const handler = handlerOf(name, inventory.runtimeClasses);
    return handler && SANDBOXES.test(handler)
      ? pass()
      : unsandboxed(workload, name, handler);
  },
});

function isUntrusted(entity: EntityFacts | undefined): boolean {
  return entity?.tags.some(tag => UNTRUSTED_TAGS.includes(tag)) ?? false;
}

function unsandboxed(workload: Workload, name?: string, handler?: string) {
  return fail([
    {
      path: `${workload.specPath}.runtimeClassName`,
      field: 'runtimeClassName',
      message: messageFor(name, handler),
      ...(name ? { actual: name } : {}),
      expected: 'a RuntimeClass with a sandbox for its handler',
    },
  ]);
}

function messageFor(name?: string, handler?: string): string {
  if (!name) return 'the pod runs in the default runtime of its node';
  return handler
    ? `the handler of RuntimeClass "${name}" is ${handler}, which is no sandbox`
    : `there is no RuntimeClass "${name}"`;
}
