import { Container } from '../model/container';
import { Workload } from '../model/workload';
import { memoByObject } from '../relate/memo';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

/** An AppArmor annotation of a pod, in the words of the field that came after it. */
export interface AppArmorAnnotation {
  readonly key: string;
  readonly container: string;
  /** `Unknown` where the value is no profile. Undefined where it is empty, which sets nothing. */
  readonly type:
    | 'RuntimeDefault'
    | 'Localhost'
    | 'Unconfined'
    | 'Unknown'
    | undefined;
}

/** Asked for each container by several controls. */
const annotationsAmong = memoByObject(
  (
    annotations: Readonly<Record<string, string>>,
  ): readonly AppArmorAnnotation[] =>
    Object.keys(annotations)
      .filter(key => key.startsWith(PREFIX))
      .map(key => ({
        key,
        container: key.slice(PREFIX.length),
        type: typeOf(annotations[key] ?? ''),
      })),
);

/** The AppArmor annotations of a pod. Throws MalformedInput where its annotations have the wrong type. */
export function appArmorAnnotations(
  workload: Workload,
): readonly AppArmorAnnotation[] {
  return annotationsAmong(workload.podAnnotations);
}

function typeOf(value: string): AppArmorAnnotation['type'] {
  if (!value) return undefined;
  if (value === 'runtime/default') return 'RuntimeDefault';
  if (value.startsWith('localhost/')) return 'Localhost';
  return value === 'unconfined' ? 'Unconfined' : 'Unknown';
}

/**
 * The type of the AppArmor profile that a container gets: from its field, else its annotation, else the pod's field.
 * Undefined where none of them sets one. A field without a type is `Unknown`.
 */
export function appArmorTypeOf(
  container: Container,
  workload: Workload,
  annotations: readonly AppArmorAnnotation[],
): string | undefined {
  const own = container.securityContext.appArmorProfile;
  if (own) return own.type ?? 'Unknown';
  const annotated = annotations.find(
    ({ container: name, type }) => type && name === container.name,
  );
  if (annotated) return annotated.type;
  const ofPod = workload.securityContext.appArmorProfile;
  return ofPod && (ofPod.type ?? 'Unknown');
}
