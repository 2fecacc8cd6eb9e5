import { Container } from '../model/container';
import { SharedSecurityContext } from '../model/securityContext';
import { Workload } from '../model/workload';
import { Breach } from './breach';

/** A setting as it takes effect in a container: its value and who set it. */
export interface EffectiveSetting<T> {
  readonly value: T | undefined;
  readonly from: 'container' | 'pod' | 'default';
}

type SharedSetting = Exclude<keyof SharedSecurityContext, 'path'>;

/**
 * A field of the security context as it takes effect in a container:
 * the container's own where it is not null, else the pod's, else Kubernetes' default (undefined).
 */
export function effective<Key extends SharedSetting>(
  key: Key,
  container: Container,
  workload: Workload,
): EffectiveSetting<NonNullable<SharedSecurityContext[Key]>> {
  const own = container.securityContext[key];
  if (own !== undefined)
    return {
      value: own as NonNullable<SharedSecurityContext[Key]>,
      from: 'container',
    };
  const pods = workload.securityContext[key];
  return pods === undefined
    ? { value: undefined, from: 'default' }
    : { value: pods as NonNullable<SharedSecurityContext[Key]>, from: 'pod' };
}

/** Where a setting that takes effect in a container is written: in the pod where the pod set it, else in the container. */
export function placeOf(
  key: SharedSetting,
  setting: Pick<EffectiveSetting<unknown>, 'from'>,
  workload: Workload,
): Pick<Breach, 'at' | 'path'> {
  const at = `securityContext.${key}`;
  return setting.from === 'pod'
    ? { at, path: `${workload.securityContext.path}.${key}` }
    : { at };
}
