import { JsonObject, Labels, Manifest } from '../objects/Manifest';

export interface Resources extends JsonObject {
  limits?: Labels;
  requests?: Labels;
}

export interface VolumeMount extends JsonObject {
  name: string;
  mountPath: string;
}

export interface Container extends JsonObject {
  name: string;
  image: string;
  restartPolicy?: string;
  ports?: JsonObject[];
  env?: JsonObject[];
  resources?: Resources;
  volumeMounts?: VolumeMount[];
}

export interface Volume extends JsonObject {
  name: string;
}

export interface Toleration extends JsonObject {
  key?: string;
  operator?: string;
  effect?: string;
}

/** What of a pod specification the live shape touches; all else passes through. */
export interface PodSpec extends JsonObject {
  containers: Container[];
  initContainers?: Container[];
  volumes?: Volume[];
  tolerations?: Toleration[];
  nodeSelector?: Labels;
  nodeName?: string;
  hostNetwork?: boolean;
  restartPolicy?: string;
  serviceAccountName?: string;
  automountServiceAccountToken?: boolean;
  priorityClassName?: string;
}

export interface PodTemplate {
  metadata?: { labels?: Labels; annotations?: Labels };
  spec: PodSpec;
}

/** Applies a change to the containers and the init containers. */
export function mapContainers(
  spec: PodSpec,
  change: (container: Container) => Container,
): PodSpec {
  return {
    ...spec,
    ...(spec.initContainers && {
      initContainers: spec.initContainers.map(change),
    }),
    containers: spec.containers.map(change),
  };
}

/**
 * The pod template of a workload, or a Pod seen as one.
 *
 * @throws Error for a workload that a real API server would refuse.
 */
export function podTemplateOf(workload: Manifest): PodTemplate {
  const template =
    workload.kind === 'Pod'
      ? { metadata: workload.metadata, spec: workload.spec }
      : holderOfTemplate(workload)?.template;
  const spec = (template as PodTemplate | undefined)?.spec;
  if (!Array.isArray(spec?.containers)) {
    throw new Error(
      `${workload.kind} ${workload.metadata.name} has no list of containers, which Kubernetes would refuse; serve it with the shape 'asWritten'`,
    );
  }
  return template as PodTemplate;
}

function holderOfTemplate(workload: Manifest): JsonObject | undefined {
  const spec = workload.spec;
  return workload.kind === 'CronJob'
    ? ((spec?.jobTemplate as JsonObject | undefined)?.spec as JsonObject)
    : spec;
}
