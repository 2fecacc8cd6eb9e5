import {
  Control,
  ControlNeed,
  createEvaluator,
  DEFAULT_KUBERNETES_VERSION,
  EngineSettings,
  Inventory,
  inventoryOfManifests,
  isGap,
  KubernetesObject,
  unlisted,
  unreadInputs,
  Workload,
} from 'security-posture-engine';
import { hasVerdict } from '../database/outcomes';
import { OwnedSubject, OwnerJudgement } from '../database/ResolveStore';
import { judgeWorkload, needsEntity } from '../sweep/judgeWorkload';
import { SubjectFacts } from '../sweep/subjectFacts';

/** What the facts of a workload keep, beside its namespace, of what rules read. */
const KEPT_LISTS: readonly ControlNeed[] = ['runtimeClasses'];

/**
 * Judges a stored workload by the controls that depend on the entity that owns it, as its last sweep would have.
 * Those that read more of the cluster than the workload's facts keep wait for the next sweep.
 * Where the last sweep could not judge the workload at all, neither can this: then there are no findings.
 */
export function judgeEntityControls(
  subject: OwnedSubject,
  controls: readonly Control[],
  settings: EngineSettings,
  now: number,
): OwnerJudgement {
  if (!hasVerdict(subject.outcomes))
    return { subject, findings: [], inGap: new Set() };
  const depending = controls.filter(
    control =>
      needsEntity(control) &&
      control.needs.every(need => KEPT_LISTS.includes(need)),
  );
  const facts = JSON.parse(subject.facts) as SubjectFacts;
  const inventory = inventoryOf(facts);
  const evaluator = createEvaluator(depending, inventory, { now, settings });
  const findings = judgeWorkload(
    evaluator,
    workloadOf(subject, facts),
    subject.owners,
    depending,
  );
  const unread = unreadInputs(depending, inventory);
  const gaps = findings.filter(finding => isGap(finding, unread));
  return {
    subject,
    findings,
    inGap: new Set(gaps.map(({ control }) => control)),
  };
}

/** A pod spec may be in three places, by kind; here it is in all. */
function workloadOf(subject: OwnedSubject, facts: SubjectFacts): Workload {
  const { runtimeClassName } = facts;
  const podSpec = {
    containers: [],
    ...(runtimeClassName || facts.runtimeUnread
      ? { runtimeClassName: runtimeClassName ?? 'unread' }
      : {}),
  };
  const template = { spec: podSpec };
  return new Workload({
    apiVersion: subject.apiVersion,
    kind: subject.kind,
    metadata: {
      name: subject.name,
      ...(subject.namespace ? { namespace: subject.namespace } : {}),
    },
    spec: { ...podSpec, template, jobTemplate: { spec: { template } } },
  });
}

function inventoryOf(facts: SubjectFacts): Inventory {
  const inventory = inventoryOfManifests(
    runtimeClassOf(facts),
    DEFAULT_KUBERNETES_VERSION,
  );
  return facts.runtimeUnread
    ? {
        ...inventory,
        supporting: {
          ...inventory.supporting,
          runtimeClasses: unlisted(facts.runtimeUnread),
        },
      }
    : inventory;
}

function runtimeClassOf(facts: SubjectFacts): KubernetesObject[] {
  if (!facts.runtimeClassName || !facts.runtimeHandler) return [];
  return [
    {
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name: facts.runtimeClassName },
      handler: facts.runtimeHandler,
    },
  ];
}
