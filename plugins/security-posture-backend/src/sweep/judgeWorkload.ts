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
  const [first, ...others] = owners;
  const findings = evaluator.evaluate(workload, first, only);
  if (others.length === 0) return findings;
  const depending = new Set(
    controls
      .filter(
        control => needsEntity(control) && (only?.has(control.id) ?? true),
      )
      .map(control => control.id),
  );
  const failing = others
    .flatMap(owner => evaluator.evaluate(workload, owner, depending))
    .filter(({ outcome }) => outcome === 'fail');
  return findings.map(finding =>
    finding.outcome === 'fail'
      ? finding
      : failing.find(({ control }) => control === finding.control) ?? finding,
  );
}

/** True for a control whose verdict depends on the catalog entity that owns the workload. */
export function needsEntity(control: Control): boolean {
  return control.subject === 'workload' && control.needsEntity === true;
}
