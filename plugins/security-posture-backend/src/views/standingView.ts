import { ControlStanding } from 'backstage-plugin-security-posture-common';
import { Control, WORKLOAD_SCOPES } from 'security-posture-engine';
import { Standings } from '../database/StandingReader';

/** A control, and how it stands. */
export function standingView(
  control: Control,
  { numbers, changes, comparedSince }: Standings,
): ControlStanding {
  const { id, title, severity, category, subject, scope, frameworks } = control;
  const counted = numbers.get(id);
  return {
    id,
    title,
    severity,
    category,
    subject,
    scope,
    optional: control.optional ?? false,
    frameworks,
    over: isOverEntities(control) ? 'entities' : 'clusters',
    numbers: counted ?? null,
    change:
      counted && comparedSince !== undefined ? changes.get(id) ?? 0 : null,
  };
}

/** True for a control over what the workloads of entities are made of. */
export function isOverEntities({ scope }: Pick<Control, 'scope'>): boolean {
  return WORKLOAD_SCOPES.includes(scope);
}
