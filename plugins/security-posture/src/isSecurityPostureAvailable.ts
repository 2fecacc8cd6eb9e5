import type { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ANNOTATIONS } from 'backstage-plugin-security-posture-common';

/**
 * True where an entity may have a posture: components, and whatever carries an annotation of the kubernetes plugin.
 * Components without one are among them, so that their owners see how to link workloads.
 */
export function isSecurityPostureAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' ||
    KUBERNETES_ANNOTATIONS.some(name => name in annotations)
  );
}
