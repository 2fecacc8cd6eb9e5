import {
  Control,
  createEvaluator,
  DEFAULT_KUBERNETES_VERSION,
  EngineSettings,
  Finding,
  inventoryOfManifests,
  KubernetesObject,
  Workload,
} from 'security-posture-engine';
import { OwnedSubject } from '../database/ResolveStore';
import { judgeWorkload, needsEntity } from '../sweep/judgeWorkload';
import { SubjectFacts } from '../sweep/subjectFacts';

/**
 * Judges a stored workload by the controls that depend on the entity that owns it.
 * They read no more of it than its namespace and its runtime class, which its facts keep.
 */
export function judgeEntityControls(
  subject: OwnedSubject,
  controls: readonly Control[],
  settings: EngineSettings,
  now: number,
): readonly Finding[] {
  const depending = controls.filter(needsEntity);
  const facts = JSON.parse(subject.facts) as SubjectFacts;
  const inventory = inventoryOfManifests(
    runtimeClassOf(facts),
    DEFAULT_KUBERNETES_VERSION,
  );
  const evaluator = createEvaluator(depending, inventory, { now, settings });
  const owners = subject.owners.map(({ entityRef, tags }) => ({
    ref: entityRef,
    tags,
  }));
  return judgeWorkload(
    evaluator,
    workloadOf(subject, facts),
    owners,
    depending,
  );
}

function workloadOf(subject: OwnedSubject, facts: SubjectFacts): Workload {
  const podSpec = {
    containers: [],
    ...(facts.runtimeClassName
      ? { runtimeClassName: facts.runtimeClassName }
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

function runtimeClassOf(facts: SubjectFacts): KubernetesObject[] {
  if (!facts.runtimeClassName) return [];
  return [
    {
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name: facts.runtimeClassName },
      ...(facts.runtimeHandler ? { handler: facts.runtimeHandler } : {}),
    },
  ];
}
