import { INTERNAL_LOAD_BALANCERS } from '../../data/internalLoadBalancers';
import { KubernetesObject } from '../../model/kubernetesObject';
import { objectOrEmpty, stringAt, stringsAt } from '../../read/typedReads';

/** How a Service can be reached from outside its cluster. */
export type ServiceExposure =
  /** Not at all, by what it says itself. */
  | 'cluster'
  /** By a load balancer inside the network of the provider, or for named sources only. */
  | 'restricted'
  /** On a port of every node. */
  | 'nodePort'
  /** By a load balancer that anybody may reach. */
  | 'loadBalancer';

const ANYWHERE: readonly string[] = ['0.0.0.0/0', '::/0'];

/** How a Service is exposed by its type, source ranges and annotations. Throws MalformedInput where one has the wrong type. */
export function exposureOfService(service: KubernetesObject): ServiceExposure {
  const place = `Service ${service.metadata.name}`;
  const spec = objectOrEmpty(service, 'spec', place);
  const type = stringAt(spec, 'type', `${place}.spec`);
  if (type === 'NodePort') return 'nodePort';
  if (type !== 'LoadBalancer') return 'cluster';
  const ranges = stringsAt(spec, 'loadBalancerSourceRanges', `${place}.spec`);
  const isBounded =
    ranges.length > 0 && !ranges.some(range => ANYWHERE.includes(range.trim()));
  return isBounded || isInternal(service) ? 'restricted' : 'loadBalancer';
}

function isInternal({ metadata }: KubernetesObject): boolean {
  return Object.entries(INTERNAL_LOAD_BALANCERS).some(([key, values]) =>
    values.test(metadata.annotations?.[key] ?? ''),
  );
}
