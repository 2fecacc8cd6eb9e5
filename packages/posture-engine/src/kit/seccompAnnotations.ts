import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { Workload } from '../model/workload';
import { unlessMalformed } from './unlessMalformed';

const POD_ANNOTATION = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER_ANNOTATION = 'container.seccomp.security.alpha.kubernetes.io/';

/** Kubernetes reads the annotations no more from here on. */
const REMOVED_SINCE = 27;

const NOTE =
  'the seccomp annotations of the pod have no effect since Kubernetes 1.27';

/** A judgement on seccomp, with a note where the pod has annotations that look like a profile and are none. */
export function withAnnotationNote(
  judgement: Judgement,
  workload: Workload,
  context: Pick<ControlContext, 'kubernetesVersion'>,
): Judgement {
  if (judgement.note || context.kubernetesVersion.minor < REMOVED_SINCE)
    return judgement;
  return unlessMalformed(() => hasSeccompAnnotation(workload))
    ? { ...judgement, note: NOTE }
    : judgement;
}

function hasSeccompAnnotation(workload: Workload): boolean {
  return Object.keys(workload.podAnnotations).some(
    key => key === POD_ANNOTATION || key.startsWith(CONTAINER_ANNOTATION),
  );
}
