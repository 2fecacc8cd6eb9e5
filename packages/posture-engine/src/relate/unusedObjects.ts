import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import {
  isJsonObject,
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../read/typedReads';

/** Kinds of workload that an autoscaler of ours may name; others are not read by that name. */
const SCALED_KINDS: readonly string[] = ['Deployment', 'StatefulSet'];

const keyOf = (kind: string, namespace: string, name: string) =>
  `${kind} ${namespace}/${name}`;

/** What a HorizontalPodAutoscaler scales. */
interface ScaleTarget {
  readonly autoscaler: KubernetesObject;
  readonly kind: string;
  /** `Deployment shop/web` */
  readonly key: string;
}

/** Deployments with no replicas that no autoscaler looks after. */
export function scaledToNothing(
  workloads: readonly Workload[],
  autoscalers: readonly KubernetesObject[],
): readonly Workload[] {
  const scaled = new Set(autoscalers.map(one => targetOf(one).key));
  return workloads.filter(workload => {
    const { kind, name } = workload.subject;
    const { spec } = workload.toObject();
    return (
      kind === 'Deployment' &&
      isJsonObject(spec) &&
      spec.replicas === 0 &&
      !scaled.has(keyOf(kind, workload.namespace, name))
    );
  });
}

/** Autoscalers whose workload is not there. */
export function autoscalersOfNothing(
  workloads: readonly Workload[],
  autoscalers: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const there = new Set(
    workloads.map(({ subject, namespace }) =>
      keyOf(subject.kind, namespace, subject.name),
    ),
  );
  return autoscalers
    .map(targetOf)
    .filter(({ kind, key }) => SCALED_KINDS.includes(kind) && !there.has(key))
    .map(({ autoscaler }) => autoscaler);
}

function targetOf(autoscaler: KubernetesObject): ScaleTarget {
  const spec = objectOrEmpty(autoscaler, 'spec', '');
  const target = objectOrEmpty(spec, 'scaleTargetRef', 'spec');
  const path = 'spec.scaleTargetRef';
  const kind = stringAt(target, 'kind', path) ?? '';
  const name = stringAt(target, 'name', path) ?? '';
  return { autoscaler, kind, key: keyOf(kind, namespaceOf(autoscaler), name) };
}

const SERVICE_NAME = 'kubernetes.io/service-name';

/** Services that select pods, but have no endpoint. */
export function servicesWithoutEndpoints(
  services: readonly KubernetesObject[],
  endpointSlices: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const served = new Set(
    endpointSlices
      .filter(slice => objectsAt(slice, 'endpoints', '').length > 0)
      .map(slice =>
        keyOf(
          'Service',
          namespaceOf(slice),
          slice.metadata.labels?.[SERVICE_NAME] ?? '',
        ),
      ),
  );
  return services.filter(
    service =>
      selectsPods(service) &&
      !served.has(
        keyOf('Service', namespaceOf(service), service.metadata.name),
      ),
  );
}

function selectsPods(service: KubernetesObject): boolean {
  const spec = objectOrEmpty(service, 'spec', '');
  return (
    spec.type !== 'ExternalName' &&
    Object.keys(objectOrEmpty(spec, 'selector', 'spec')).length > 0
  );
}

/** Ingresses that send to a Service that is not there. */
export function ingressesToNothing(
  ingresses: readonly KubernetesObject[],
  services: readonly KubernetesObject[],
): readonly KubernetesObject[] {
  const there = new Set(
    services.map(service =>
      keyOf('Service', namespaceOf(service), service.metadata.name),
    ),
  );
  return ingresses.filter(ingress =>
    backendsOf(ingress).some(
      name => !there.has(keyOf('Service', namespaceOf(ingress), name)),
    ),
  );
}

/** Names of the Services that an Ingress sends to. */
function backendsOf(ingress: KubernetesObject): readonly string[] {
  const spec = objectOrEmpty(ingress, 'spec', '');
  const paths = objectsAt(spec, 'rules', 'spec').flatMap((rule, index) =>
    objectsAt(
      objectOrEmpty(rule, 'http', `spec.rules[${index}]`),
      'paths',
      `spec.rules[${index}].http`,
    ),
  );
  return [
    objectOrEmpty(spec, 'defaultBackend', 'spec'),
    ...paths.map(path => objectOrEmpty(path, 'backend', 'spec.rules')),
  ].flatMap(backend => serviceName(backend) ?? []);
}

function serviceName(backend: JsonObject): string | undefined {
  const service = objectOrEmpty(backend, 'service', 'spec');
  return stringAt(service, 'name', 'spec') || undefined;
}

function namespaceOf({ metadata }: KubernetesObject): string {
  return metadata.namespace ?? 'default';
}
