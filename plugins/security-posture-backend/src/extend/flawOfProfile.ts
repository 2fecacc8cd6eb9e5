import { AddedProfile } from 'backstage-plugin-security-posture-node';
import {
  Control,
  Profile,
  SEVERITIES,
  WORKLOAD_SCOPES,
} from 'security-posture-engine';

/** Versions stand behind an @ where a profile is named. */
const VERSION = /^[\w.-]{1,50}$/;

/** What is wrong with a profile, in words that follow its name; undefined where nothing is. */
export function flawOfProfile(
  over: AddedProfile['over'],
  { version, severities }: Profile,
  controls: readonly Control[],
): string | undefined {
  if (over !== 'workload' && over !== 'cluster')
    return 'it has to be over workload or over cluster';
  if (!VERSION.test(version)) return 'it has no version';
  const known = new Map(controls.map(control => [control.id, control]));
  const named = Object.entries(severities ?? {});
  if (!named.length) return 'it names no control';
  for (const [id, severity] of named) {
    const control = known.get(id);
    if (!control) return `there is no control ${id}`;
    if (WORKLOAD_SCOPES.includes(control.scope) !== (over === 'workload'))
      return `the control ${id} does not judge what a profile over ${over} is about`;
    if (!SEVERITIES.includes(severity))
      return `the severity of ${id} is none that there is`;
  }
  return undefined;
}
