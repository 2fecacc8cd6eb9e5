import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext, InventoryLists } from '../../model/control';
import { NamespaceFacts } from '../networkPolicies/podFacts';
import {
  AdmissionPolicy,
  EVERYWHERE,
  NamespaceTest,
  PodCheck,
  PolicyEngine,
} from './admissionPolicy';
import { Coverage, strongest, weakest } from './coverage';
import { engineWebhooks } from './engineWebhooks';
import { AdmissionNeed, ReadPolicies } from './policySources';

const OPT_IN_OF_SIGSTORE = 'policy.sigstore.dev/include';

/** What policies refuse in a namespace. */
export interface Enforcement {
  /** The weakest answer over all checks that were asked for. */
  readonly state: Coverage;
  /** The policies that make such a check here, or may: those that decided. */
  readonly by: readonly AdmissionPolicy[];
  /** The checks that no policy makes here. */
  readonly missing: readonly PodCheck[];
}

/** Whether policies together make all of some checks of the pods of a namespace. Throws MissingInput where that is not known. */
export function enforcementIn(
  namespace: NamespaceFacts,
  checks: readonly PodCheck[],
  { policies, demandAll }: ReadPolicies,
  context: ControlContext<AdmissionNeed>,
): Enforcement {
  const made = checks.map(check => ({
    check,
    ...madeBy(check, namespace, policies, context),
  }));
  const state = weakest(made.map(one => one.state));
  if (state !== 'covers') demandAll();
  return {
    state,
    by: [...new Set(made.flatMap(({ by }) => by))],
    missing: made.flatMap(one => (one.state === 'no' ? one.check : [])),
  };
}

function madeBy(
  check: PodCheck,
  namespace: NamespaceFacts,
  policies: readonly AdmissionPolicy[],
  context: ControlContext<AdmissionNeed>,
): Pick<Enforcement, 'state' | 'by'> {
  const perhaps: AdmissionPolicy[] = [];
  for (const policy of policies) {
    const certainty = policy.checks[check];
    if (!certainty) continue;
    const coverage = weakest([certainty, refuses(policy, namespace, context)]);
    if (coverage === 'covers') return { state: 'covers', by: [policy] };
    if (coverage === 'unsure') perhaps.push(policy);
  }
  return { state: perhaps.length ? 'unsure' : 'no', by: perhaps };
}

/** Whether a policy refuses pods in a namespace: it has to cover it, and its engine has to be asked about it. */
export function refuses(
  policy: AdmissionPolicy,
  namespace: NamespaceFacts,
  context: ControlContext<AdmissionNeed>,
): Coverage {
  const coverage = policy.covers(namespace);
  return coverage === 'no'
    ? 'no'
    : weakest([coverage, askedBy(policy.engine, context)(namespace)]);
}

/**
 * Where the webhooks of an engine are asked. Engines make theirs while they run, so that manifests show none;
 * in a cluster without any it is not known who enforces the policies.
 */
function askedBy(
  engine: PolicyEngine,
  { inventory }: ControlContext<AdmissionNeed>,
): NamespaceTest {
  if (isPartOfServer(engine) || engine === 'Connaisseur') return EVERYWHERE;
  const webhooks = engineWebhooks(
    inventory.validatingWebhookConfigurations,
  ).filter(webhook => webhook.engine === engine);
  if (webhooks.length)
    return namespace =>
      strongest(webhooks.map(({ asked }) => asked(namespace)));
  const unknown = isSwept(inventory) ? 'unsure' : 'covers';
  return namespace =>
    engine === 'Sigstore' ? weakest([unknown, optedIn(namespace)]) : unknown;
}

/** Whether the API server itself decides, without a webhook. */
export function isPartOfServer(engine: PolicyEngine): boolean {
  return (
    engine === 'ValidatingAdmissionPolicy' ||
    engine === 'OpenShift' ||
    engine === 'PodSecurityPolicy'
  );
}

/** Whether the lists are those of a running cluster. */
export function isSwept(
  inventory: Pick<InventoryLists, 'servedResources'>,
): boolean {
  return unlessMissing(() => inventory.servedResources) !== undefined;
}

function optedIn({ labels, complete }: NamespaceFacts): Coverage {
  if (labels[OPT_IN_OF_SIGSTORE] === 'true') return 'covers';
  return complete ? 'no' : 'unsure';
}
