import {
  Control,
  EntityFacts,
  Evaluator,
  Finding,
  Workload,
} from 'security-posture-engine';

/**
 * All findings of a workload. Where several entities own it, a control that depends on the entity
 * fails if it fails for one of them. `only` leaves out the controls that it does not name.
 */
export function judgeWorkload(
  evaluator: Evaluator,
  workload: Workload,
  owners: readonly EntityFacts[],
  controls: readonly Control[],
  only?: ReadonlySet<string>,
): readonly Finding[] {
  const findings = evaluator.evaluateWorkload(workload, owners[0], only);
  if (owners.length < 2) return findings;
  const depends = new Set(
    controls.filter(needsEntity).map(control => control.id),
  );
  const others = owners
    .slice(1)
    .map(owner => evaluator.evaluateWorkload(workload, owner, only));
  return findings.map((finding, index) =>
    depends.has(finding.control)
      ? [finding, ...others.map(list => list[index])].find(
          ({ outcome }) => outcome === 'fail',
        ) ?? finding
      : finding,
  );
}

/** True for a control whose verdict depends on the catalog entity that owns the workload. */
export function needsEntity(control: Control): boolean {
  return control.subject === 'workload' && control.needsEntity === true;
}
