import { Control, WORKLOAD_SCOPES } from '../model/control';
import { Severity } from '../model/severity';

/** A versioned choice of controls and severities that a score is computed over. */
export interface Profile {
  readonly id: string;
  readonly version: string;
  /** Severity of each control in this profile, by control id. */
  readonly severities: Readonly<Record<string, Severity>>;
}

/** The default profile of entities: every control over their workloads, images and service accounts that is not optional, at its own severity. */
export function workloadProfile(controls: readonly Control[]): Profile {
  return profileOf(
    'workload',
    controls.filter(({ scope }) => WORKLOAD_SCOPES.includes(scope)),
  );
}

/** The default profile of clusters: every other control that is not optional. */
export function clusterProfile(controls: readonly Control[]): Profile {
  return profileOf(
    'cluster',
    controls.filter(({ scope }) => !WORKLOAD_SCOPES.includes(scope)),
  );
}

function profileOf(id: string, controls: readonly Control[]): Profile {
  return {
    id,
    version: '1.0',
    severities: Object.fromEntries(
      controls
        .filter(control => !control.optional)
        .map(control => [control.id, control.severity]),
    ),
  };
}
