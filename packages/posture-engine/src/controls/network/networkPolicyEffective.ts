import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  defineNamespaceControl,
  exemptNamespace,
  fail,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import { cappedViolations } from '../../kit/cappedViolations';
import { listAt, objectOrEmpty, objectsAt } from '../../read/typedReads';
import { inNamespace } from '../../relate/inNamespace';
import { networkPolicyParts } from '../../relate/networkPolicies/kubernetesPolicies';
import { refOf, wordsOf } from '../../relate/networkPolicies/readPolicy';
import { DIRECTIONS } from '../../relate/networkPolicies/trafficRule';
import { policiesWithoutPods } from '../../relate/policiesWithoutPods';
import { DAY } from '../../read/dates';

type Need = 'networkPolicies' | 'workloads' | 'livePods';

export const networkPolicyEffective = defineNamespaceControl({
  id: 'network-policy-effective',
  title: 'Every network policy selects pods and bounds their traffic',
  failureTitle: 'A network policy selects nothing, or allows everything',
  why: 'A policy with a selector that fits no pod, or with a rule that allows everything, protects nothing and looks as if it did.',
  fix: 'Correct the `podSelector` so that it names labels of the pods that are meant, or remove the policy; in place of the rule `{}` name the peers and ports that are needed.',
  severity: 'low',
  category: 'network',
  scope: 'namespace',
  frameworks: {
    nsa: ['N2'],
    cis: { '1.12': ['5.3.2'] },
    'nist-800-190': ['4.3.3'],
    'owasp-k8s': ['K05'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  ],
  needs: ['networkPolicies', 'workloads', 'livePods'],
  reads:
    'The NetworkPolicies of the namespace. One that is older than 24 hours has to select a running pod or a pod template of the namespace, and no rule for a direction that the policy is about may be empty (`{}`). Where the age of a policy that selects nothing is not known, as in manifests, the verdict is left open. Namespaces without workloads, and those of the cluster itself (setting `systemNamespaces`), are not asked.',
  notes:
    'A policy for pods that run seldom is no mistake as long as their CronJob or Job is there; one for pods of a tool that was removed is left over. Policies of Cilium, Calico and admins are not asked: theirs often speak of pods to come.',
  examples: {
    pass: [
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Ingress] }`,
    ],
    fail: [
      {
        given: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop, creationTimestamp: "2026-03-01T00:00:00Z" }
spec: { podSelector: { matchLabels: { app: wbe } }, policyTypes: [Ingress] }`,
        surroundings: { fromCluster: true },
      },
      `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: open, namespace: shop }
spec: { podSelector: {}, ingress: [{}] }`,
    ],
    notApplicable: [
      `apiVersion: v1
kind: Namespace
metadata: { name: empty }`,
    ],
  },
  evaluate(namespace, context) {
    return (
      exemptNamespace(namespace, context) ??
      judge(namespace.subject.name, context)
    );
  },
});

function judge(name: string, context: ControlContext<Need>): Judgement {
  const policies = inNamespace(context.inventory.networkPolicies, name);
  const open = policies.flatMap(openRules);
  const idle = () => policiesWithoutPods(name, policies, context.inventory);
  if (open.length > 0) {
    const old = (unlessMissing(idle) ?? []).filter(
      policy => (ageOf(policy, context.now) ?? 0) > DAY,
    );
    return fail(cappedViolations([...open, ...old.map(idleViolation)]));
  }
  return judgeIdle(idle(), context.now);
}

function judgeIdle(
  policies: readonly KubernetesObject[],
  now: number,
): Judgement {
  const aged = policies.map(policy => ({ policy, age: ageOf(policy, now) }));
  const old = aged.filter(({ age }) => age !== undefined && age > DAY);
  if (old.length)
    return fail(
      cappedViolations(old.map(({ policy }) => idleViolation(policy))),
    );
  const unknown = aged.find(({ age }) => age === undefined);
  if (unknown)
    return notEvaluated(
      'partial',
      `${wordsOf(
        refOf(unknown.policy),
      )} selects nothing, and its age is not known`,
    );
  return aged.length
    ? pass(`${wordsOf(refOf(aged[0].policy))} is new and selects nothing yet`)
    : pass();
}

/** Milliseconds since a policy was made; undefined where that is not known. */
function ageOf(
  { metadata }: KubernetesObject,
  now: number,
): number | undefined {
  const made =
    typeof metadata.creationTimestamp === 'string'
      ? Date.parse(metadata.creationTimestamp)
      : NaN;
  return Number.isNaN(made) ? undefined : now - made;
}

function idleViolation(policy: KubernetesObject): Violation {
  const words = wordsOf(refOf(policy));
  return {
    path: `${words} spec.podSelector`,
    field: `${words} spec.podSelector`,
    message: `${words} selects no pod and no workload of the namespace`,
    expected: 'labels of pods that the namespace has',
  };
}

/** The rules that a policy has for a direction that it is about, and that bound nothing. */
function openRules(policy: KubernetesObject): Violation[] {
  const words = wordsOf(refOf(policy));
  const [part] = networkPolicyParts(policy);
  const spec = objectOrEmpty(policy, 'spec', words);
  return DIRECTIONS.filter(direction => part[direction]).flatMap(direction =>
    objectsAt(spec, direction, `${words}.spec`).flatMap((rule, index) =>
      ['from', 'to', 'ports'].some(
        key => listAt(rule, key, `${words}.spec.${direction}[${index}]`).length,
      )
        ? []
        : [
            {
              path: `${words} spec.${direction}[${index}]`,
              field: `${words} spec.${direction}`,
              message: `${words} allows all ${direction}`,
              actual: '{}',
              expected: 'peers or ports',
            },
          ],
    ),
  );
}
