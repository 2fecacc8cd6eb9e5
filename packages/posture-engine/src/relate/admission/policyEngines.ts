import { agentsAt } from '../../data/agents';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { ControlContext } from '../../model/control';
import { Agent } from '../../model/dataTables';
import { Workload } from '../../model/workload';
import { isJsonObject } from '../../read/typedReads';
import { NamespaceFacts } from '../networkPolicies/podFacts';
import { AdmissionPolicy, PolicyEngine } from './admissionPolicy';
import { Coverage, strongest } from './coverage';
import { engineWebhooks } from './engineWebhooks';
import { isPartOfServer, isSwept, refuses } from './enforcement';
import { AdmissionNeed } from './policySources';
import { addTo } from '../addTo';

/** What has to be declared to ask about engines. */
export type EngineNeed = AdmissionNeed | 'workloads';

/** How an engine stands to pods. */
export interface EngineState {
  readonly engine: PolicyEngine;
  readonly policies: readonly AdmissionPolicy[];
  /** Whether one of its policies refuses pods in one of the namespaces. */
  readonly enforces: Coverage;
  /** Whether pods are refused also where one of its own pods is down. */
  readonly isReliable: Coverage;
  /** True where neither a webhook nor pods of it are there. */
  readonly isMissing: boolean;
}

/** The rows of the table of programs that are engines with webhooks. */
const AGENT_IDS: Readonly<Partial<Record<PolicyEngine, string>>> = {
  Kyverno: 'kyverno',
  Gatekeeper: 'gatekeeper',
  Kubewarden: 'kubewarden',
};

/** The engines that have policies, and what becomes of them in these namespaces. */
export function policyEngines(
  policies: readonly AdmissionPolicy[],
  namespaces: readonly NamespaceFacts[],
  context: ControlContext<EngineNeed>,
): readonly EngineState[] {
  const byEngine = new Map<PolicyEngine, AdmissionPolicy[]>();
  for (const policy of policies) {
    addTo(byEngine, policy.engine, policy);
  }
  return [...byEngine].map(([engine, own]) => ({
    engine,
    policies: own,
    enforces: enforcesAnywhere(own, namespaces, context),
    ...foundOf(engine, namespaces, context),
  }));
}

function enforcesAnywhere(
  policies: readonly AdmissionPolicy[],
  namespaces: readonly NamespaceFacts[],
  context: ControlContext<EngineNeed>,
): Coverage {
  let best: Coverage = 'no';
  for (const policy of policies)
    for (const namespace of namespaces) {
      best = strongest([best, refuses(policy, namespace, context)]);
      if (best === 'covers') return best;
    }
  return best;
}

/** By a webhook without which nothing is let in, or by more than one replica. Manifests need not show either. */
function foundOf(
  engine: PolicyEngine,
  namespaces: readonly NamespaceFacts[],
  { inventory, tables }: ControlContext<EngineNeed>,
): Pick<EngineState, 'isReliable' | 'isMissing'> {
  if (isPartOfServer(engine)) return { isReliable: 'covers', isMissing: false };
  const webhooks = engineWebhooks(
    inventory.validatingWebhookConfigurations,
  ).filter(webhook => webhook.engine === engine);
  const isClosed = webhooks.some(
    ({ failsClosed, asked }) =>
      failsClosed &&
      namespaces.some(namespace => asked(namespace) === 'covers'),
  );
  const agents = tables.agents.rows.filter(
    ({ id }) => id === AGENT_IDS[engine],
  );
  const own = inventory.workloads.filter(workload => runs(workload, agents));
  const isMissing = webhooks.length + own.length === 0;
  if (isClosed || own.some(workload => replicasOf(workload) > 1))
    return { isReliable: 'covers', isMissing };
  return {
    isReliable: isMissing && !isSwept(inventory) ? 'unsure' : 'no',
    isMissing,
  };
}

function runs(workload: Workload, agents: readonly Agent[]): boolean {
  return (
    unlessMalformed(() =>
      workload.containers.some(
        ({ image }) => agentsAt(agents, { image }).length > 0,
      ),
    ) ?? false
  );
}

function replicasOf(workload: Workload): number {
  const { spec } = workload.toObject();
  return isJsonObject(spec) && typeof spec.replicas === 'number'
    ? spec.replicas
    : 1;
}
