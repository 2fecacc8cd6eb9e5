import { Container } from '../model/container';
import { quantityOf } from '../read/quantity';

const RESOURCES = ['cpu', 'memory'] as const;

/** Requests of a container that are more than its limit, which the API server refuses. */
export function refusalsOfResources({
  name,
  path,
  requests,
  limits,
}: Container): string[] {
  return RESOURCES.flatMap(resource => {
    const request = requests[resource];
    const limit = limits[resource];
    if (request === undefined || limit === undefined) return [];
    const at = `${path}.resources`;
    return quantityOf(request, `${at}.requests.${resource}`) >
      quantityOf(limit, `${at}.limits.${resource}`)
      ? [`${name}: more ${resource} requested than the limit`]
      : [];
  });
}
