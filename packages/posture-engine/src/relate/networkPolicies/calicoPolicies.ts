import { MissingInput } from '../../evaluate/missingInput';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  booleanAt,
  JsonObject,
  numberAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { calicoRulesOf } from './calicoRules';
import {
  calicoPodsIn,
  calicoSelectsAccount,
  calicoSelectsNamespace,
  CalicoSelector,
  readCalicoSelector,
} from './calicoSelector';
import { NamespaceFacts } from './podFacts';
import { PodMatcher } from './podMatcher';
import {
  BASELINE_LAYER,
  customLayer,
  DEFAULT_LAYER,
  DirectionRules,
  PolicyLayer,
  PolicyPart,
} from './policyPart';
import { refOf, wordAt, wordsOf } from './readPolicy';
import { Direction } from './trafficRule';

const TYPES: Readonly<Record<string, Direction>> = {
  Ingress: 'ingress',
  Egress: 'egress',
};
/** Policies that are asked before a connection is known are about the interfaces of nodes only. */
const NODE_POLICIES = ['preDNAT', 'doNotTrack'];

/**
 * Reads a NetworkPolicy or GlobalNetworkPolicy of Calico's, in either form. Without `types` it is about the directions
 * that it has rules for, or about ingress where it has none. Throws MalformedInput where a part of it cannot be read.
 */
export function calicoPolicyParts(policy: KubernetesObject): PolicyPart[] {
  const ref = refOf(policy);
  const path = `${wordsOf(ref)}.spec`;
  const spec = objectOrEmpty(policy, 'spec', wordsOf(ref));
  if (NODE_POLICIES.some(key => booleanAt(spec, key, path))) return [];
  return [
    {
      policy: ref,
      layer: layerOf(stringAt(spec, 'tier', path)),
      order: numberAt(spec, 'order', path) ?? Infinity,
      podsIn: podsOf(spec, path),
      ...directionsOf(spec, path),
    },
  ];
}

function layerOf(tier: string | undefined): PolicyLayer {
  if (!tier || tier === 'default') return DEFAULT_LAYER;
  return tier === 'baselineadminnetworkpolicy'
    ? BASELINE_LAYER
    : customLayer(tier);
}

function podsOf(spec: JsonObject, path: string): PolicyPart['podsIn'] {
  const [pods, namespaces, accounts] = [
    'selector',
    'namespaceSelector',
    'serviceAccountSelector',
  ].map(key => readCalicoSelector(stringAt(spec, key, path), `${path}.${key}`));
  return facts => {
    if (!isIn(namespaces, facts)) return undefined;
    const matcher = calicoPodsIn(pods, facts);
    return matcher && accounts.expression.op !== 'all'
      ? runningAs(matcher, accounts)
      : matcher;
  };
}

function isIn(namespaces: CalicoSelector, facts: NamespaceFacts): boolean {
  const selected = calicoSelectsNamespace(namespaces, facts);
  if (selected === undefined) throw new MissingInput('namespaces', 'partial');
  return selected;
}

function runningAs(pods: PodMatcher, accounts: CalicoSelector): PodMatcher {
  return {
    key: `${pods.key} as ${accounts.text}`,
    everyPod: false,
    termSets: pods.termSets,
    matches: pod => pods.matches(pod) && calicoSelectsAccount(accounts, pod),
  };
}

function directionsOf(
  spec: JsonObject,
  path: string,
): { readonly [Name in Direction]?: DirectionRules } {
  const named = stringsAt(spec, 'types', path).map((type, index) =>
    wordAt(type, TYPES, `${path}.types[${index}]`),
  );
  const ingress = rulesAt(spec, 'ingress', path);
  const egress = rulesAt(spec, 'egress', path);
  const hasEgress = objectsAt(spec, 'egress', path).length > 0;
  const hasIngress = objectsAt(spec, 'ingress', path).length > 0 || !hasEgress;
  const has = (direction: Direction, byDefault: boolean) =>
    named.length ? named.includes(direction) : byDefault;
  return {
    ...(has('ingress', hasIngress) ? { ingress } : {}),
    ...(has('egress', hasEgress) ? { egress } : {}),
  };
}

function rulesAt(
  spec: JsonObject,
  direction: Direction,
  path: string,
): DirectionRules {
  return {
    isolates: true,
    rules: objectsAt(spec, direction, path).flatMap((rule, index) =>
      calicoRulesOf(rule, direction, `${path}.${direction}[${index}]`),
    ),
  };
}
