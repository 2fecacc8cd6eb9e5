import { PodSpecPatch } from '../model/control';
import { Violation } from '../model/finding';
import { keyIn } from './keyedPlace';
import { patchContainers } from './patches';

/**
 * A patch that takes out the volumes and the mounts that the violations name by `keyedPlace`.
 * A mount whose violation is about `readOnly` stays, and becomes read-only.
 * Undefined where none of them has a key.
 */
export function patchVolumes(
  violations: readonly Violation[],
): PodSpecPatch | undefined {
  const volumes = violations.flatMap(violation => {
    const name = keyIn('volumes', violation);
    return name ? [{ name, $patch: 'delete' }] : [];
  });
  const containers = patchContainers(
    violations.filter(violation => keyIn('volumeMounts', violation)),
    mounts => ({ volumeMounts: mounts.map(mountChange) }),
  );
  if (!volumes.length) return containers;
  return { ...containers, volumes };
}

function mountChange(violation: Violation) {
  const mountPath = keyIn('volumeMounts', violation);
  return violation.field?.endsWith('].readOnly')
    ? { mountPath, readOnly: true }
    : { mountPath, $patch: 'delete' };
}
