import { KubernetesObject } from '../../model/kubernetesObject';
import { isWholeRange } from '../../read/addressRange';
import { MalformedInput } from '../../read/malformedInput';
import {
  JsonObject,
  numberAt,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { LabelSelector } from '../labelSelector';
import { readObjectSelector } from '../objectSelector';
import { tcpPortsOf } from './adminPorts';
import { EVERY_POD, matcherOf } from './podMatcher';
import {
  ADMIN_LAYER,
  BASELINE_LAYER,
  DirectionRules,
  PolicyLayer,
  PolicyPart,
} from './policyPart';
import { rangesAt, refOf, wordAt, wordsOf } from './readPolicy';
import { selectsNamespace } from './selectsNamespace';
import { Direction, TrafficRule } from './trafficRule';

const ACTIONS: Readonly<Record<string, TrafficRule['action']>> = {
  Accept: 'allow',
  Allow: 'allow',
  Deny: 'deny',
  Pass: 'pass',
};
const TIERS: Readonly<Record<string, PolicyLayer>> = {
  Admin: ADMIN_LAYER,
  Baseline: BASELINE_LAYER,
};

const ALL: LabelSelector = { requirements: [] };

/** Reads an AdminNetworkPolicy (policy.networking.k8s.io/v1alpha1). */
export function adminNetworkPolicyParts(
  policy: KubernetesObject,
): PolicyPart[] {
  return [partOf(policy, () => ADMIN_LAYER)];
}

/** Reads a BaselineAdminNetworkPolicy, of which a cluster has one. */
export function baselineAdminNetworkPolicyParts(
  policy: KubernetesObject,
): PolicyPart[] {
  return [partOf(policy, () => BASELINE_LAYER)];
}

/** Reads a ClusterNetworkPolicy (policy.networking.k8s.io/v1alpha2), which is of either tier. */
export function clusterNetworkPolicyParts(
  policy: KubernetesObject,
): PolicyPart[] {
  return [
    partOf(policy, (spec, path) =>
      wordAt(stringAt(spec, 'tier', path), TIERS, `${path}.tier`),
    ),
  ];
}

function partOf(
  policy: KubernetesObject,
  layerOf: (spec: JsonObject, path: string) => PolicyLayer,
): PolicyPart {
  const ref = refOf(policy);
  const path = `${wordsOf(ref)}.spec`;
  const spec = objectOrEmpty(policy, 'spec', wordsOf(ref));
  return {
    policy: ref,
    layer: layerOf(spec, path),
    order: numberAt(spec, 'priority', path) ?? 0,
    podsIn: subjectOf(objectOrEmpty(spec, 'subject', path), `${path}.subject`),
    ingress: rulesAt(spec, 'ingress', path),
    egress: rulesAt(spec, 'egress', path),
  };
}

function subjectOf(subject: JsonObject, path: string): PolicyPart['podsIn'] {
  const namespaces = selectorAt(subject, 'namespaces', path);
  if (namespaces)
    return namespace =>
      selectsNamespace(namespaces, namespace) ? EVERY_POD : undefined;
  const pods = podsAt(subject, path);
  if (!pods)
    throw new MalformedInput(path, 'namespaces or pods', 'an object without');
  const matcher = matcherOf(pods.pods);
  return namespace =>
    selectsNamespace(pods.namespaces, namespace) ? matcher : undefined;
}

/** These policies refuse only what a rule names. */
function rulesAt(
  spec: JsonObject,
  direction: Direction,
  path: string,
): DirectionRules {
  return {
    isolates: false,
    rules: objectsAt(spec, direction, path).map((rule, index) =>
      ruleOf(rule, direction, `${path}.${direction}[${index}]`),
    ),
  };
}

function ruleOf(
  rule: JsonObject,
  direction: Direction,
  path: string,
): TrafficRule {
  const peersKey = direction === 'ingress' ? 'from' : 'to';
  const peers = objectsAt(rule, peersKey, path).map((peer, index) => ({
    peer,
    at: `${path}.${peersKey}[${index}]`,
  }));
  const ranges = peers.flatMap(({ peer, at }) =>
    rangesAt(peer, 'networks', at),
  );
  return {
    action: wordAt(stringAt(rule, 'action', path), ACTIONS, `${path}.action`),
    everyone:
      direction === 'ingress' &&
      peers.some(({ peer, at }) => isEveryPod(peer, at)),
    everyAddress: ranges.some(isWholeRange),
    ranges,
    ports: tcpPortsOf(rule, path),
  };
}

/** On the way in these policies know pods only: all namespaces are every peer that they can name. */
function isEveryPod(peer: JsonObject, path: string): boolean {
  const namespaces = selectorAt(peer, 'namespaces', path);
  if (namespaces) return namespaces.requirements.length === 0;
  const pods = podsAt(peer, path);
  return (
    pods !== undefined &&
    pods.namespaces.requirements.length === 0 &&
    pods.pods.requirements.length === 0
  );
}

function podsAt(
  object: JsonObject,
  path: string,
):
  | { readonly namespaces: LabelSelector; readonly pods: LabelSelector }
  | undefined {
  const pods = objectAt(object, 'pods', path);
  return (
    pods && {
      namespaces: selectorAt(pods, 'namespaceSelector', `${path}.pods`) ?? ALL,
      pods: selectorAt(pods, 'podSelector', `${path}.pods`) ?? ALL,
    }
  );
}

const SELECTOR_KEYS = ['matchLabels', 'matchExpressions'];

/** Older versions of these kinds nest the selector deeper: taken for a selector that would select everything. */
function selectorAt(
  object: JsonObject,
  key: string,
  path: string,
): LabelSelector | undefined {
  const selector = objectAt(object, key, path);
  if (!selector) return undefined;
  const unknown = Object.keys(selector).find(
    name => !SELECTOR_KEYS.includes(name),
  );
  if (unknown !== undefined)
    throw new MalformedInput(
      `${path}.${key}`,
      'matchLabels and matchExpressions',
      'an object with other keys',
    );
  return readObjectSelector(selector, `${path}.${key}`);
}
