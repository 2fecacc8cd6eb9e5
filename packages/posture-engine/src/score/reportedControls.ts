import { Control } from '../model/control';
import {
  ControlNeed,
  ResourceType,
  SUPPORTING_RESOURCES,
} from '../model/resources';
import { Finding } from '../model/finding';
import { Profile } from './profile';

/** What a rule reads to find out whom a report is about: no evidence by itself. */
const CONTEXT: ReadonlySet<ControlNeed> = new Set([
  'livePods',
  'nodes',
  'servedResources',
  'workloads',
]);

/** True for a control that can be judged by reports of other tools only. */
export function restsOnReports({ needs }: Pick<Control, 'needs'>): boolean {
  const evidence = needs.filter(need => !CONTEXT.has(need));
  return evidence.length > 0 && evidence.every(isReport);
}

/** True where findings of such a control show that there has been a report: it was judged. */
export function isJudged({ outcome }: Pick<Finding, 'outcome'>): boolean {
  return outcome === 'pass' || outcome === 'fail';
}

/**
 * A profile as it holds for one cluster: what rests on reports of other tools counts from the first report of its kind
 * in the cluster on (scoring.md), and `reported` names the controls that have had one.
 */
export function profileWithReports(
  profile: Profile,
  controls: readonly Control[],
  reported: ReadonlySet<string>,
): Profile {
  const waiting = new Set(
    controls
      .filter(control => restsOnReports(control) && !reported.has(control.id))
      .map(({ id }) => id),
  );
  return {
    ...profile,
    severities: Object.fromEntries(
      Object.entries(profile.severities).filter(([id]) => !waiting.has(id)),
    ),
  };
}

function isReport(need: ControlNeed): boolean {
  const resources: Readonly<Record<string, ResourceType | undefined>> =
    SUPPORTING_RESOURCES;
  return need === 'imports' || resources[need]?.isReport === true;
}
