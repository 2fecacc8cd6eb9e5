import { Workload } from '../model/workload';
import { deploymentAround, parseExample } from '../testing';
import { ingressesOfWorkload } from './ingressesOfWorkload';

const WEB = new Workload(deploymentAround({ containers: [{ name: 'web' }] }));
const service = (name: string, selector: string, namespace = 'shop') =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { selector: ${selector} }`;
const ingress = (name: string, service_: string, namespace = 'shop') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { rules: [{ host: a }, { http: { paths: [{ backend: { resource: { kind: Bucket, name: b } } }, { backend: { service: { name: ${service_} } } }] } }] }`;

function namesFor(ingresses: string[], services: string[]): string[] {
  return ingressesOfWorkload(
    WEB,
    parseExample(ingresses.join('\n---\n')),
    parseExample(services.join('\n---\n')),
  ).map(({ metadata }) => metadata.name);
}

describe('ingressesOfWorkload', () => {
  it('follows Ingress, Service and labels within the namespace', () => {
    expect(
      namesFor(
        [
          ingress('a', 'web'),
          ingress('b', 'other'),
          ingress('c', 'web', 'bank'),
          ingress('d', 'web'),
        ],
        [
          service('web', '{ app: web }'),
          service('other', '{ app: other }'),
          service('web', '{ app: web }', 'bank'),
        ],
      ),
    ).toEqual(['a', 'd']);
  });

  it('finds none where every label must match and one does not', () => {
    expect(
      namesFor(
        [ingress('a', 'web')],
        [service('web', '{ app: web, tier: front }')],
      ),
    ).toEqual([]);
  });
});
