import { aDeployment, collected } from './__testUtils__/collected';
import { ExposureFacts } from './exposureFacts';
import { factsOf, SubjectFacts } from './subjectFacts';

const service = (name: string, spec = '') => `
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: shop }
spec: { selector: { app: web }, ${spec} }`;
const ingress = (name: string, hosts: readonly string[], tls = '[]') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: ${name}, namespace: shop, annotations: { note: do-not-show } }
spec:
  tls: ${tls}
  defaultBackend: { service: { name: web } }
  rules: [${hosts.map(host => `{ host: ${host} }`)}]`;
const policy = (name: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: shop }
spec: { podSelector: {} }`;
const NAMESPACE = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }`;

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

function factsIn(documents: readonly string[], rest = {}): SubjectFacts {
  const yaml = [aDeployment('web'), NAMESPACE, ...documents].join('\n---');
  const { workloads, inventory } = collected(yaml, rest);
  return factsOf(workloads[0], inventory, 'prod');
}

const exposureIn = (documents: readonly string[], rest = {}): ExposureFacts =>
  factsIn(documents, rest).exposure!;

describe('what is kept of who can reach a workload', () => {
  it('has the most open Service first, and hosts without TLS', () => {
    const { services, entries } = exposureIn([
      service('web'),
      service('outer', 'type: LoadBalancer'),
      ingress('front', ['a.example.com'], '[{ hosts: [a.example.com] }]'),
    ]);
    expect(services.map(({ name }) => name)).toEqual(['outer', 'web']);
    expect(entries[0].hosts).toEqual([
      { host: '*', tls: 'no' },
      { host: 'a.example.com', tls: 'yes' },
    ]);
  });

  it('counts the hosts that it leaves out', () => {
    const { entries } = exposureIn([
      service('web'),
      ingress('front', names('host', 9)),
    ]);
    expect([entries[0].hosts.length, entries[0].moreHosts]).toEqual([5, 5]);
  });

  it('says which lists could not be read, and why', () => {
    const { unread, isolation } = exposureIn([service('web')], {
      unread: { ingresses: 'forbidden', networkPolicies: 'unreachable' },
    });
    expect(unread).toEqual({
      ingresses: 'forbidden',
      policies: 'unreachable',
      isolation: 'unreachable',
    });
    expect(isolation).toEqual([]);
  });

  it('fits beside the rest in 4 kB, and counts what did not', () => {
    const facts = factsIn([
      ...names('service-with-a-long-name-', 40).map(name => service(name)),
      service('web'),
      ...names('ingress-', 30).map(name => ingress(name, names('h', 4))),
      ...names('policy-with-a-very-long-name-of-its-own-', 40).map(policy),
    ]);
    expect(Buffer.byteLength(JSON.stringify(facts))).toBeLessThan(4096);
    const { services, entries, policies, leftOut } = facts.exposure!;
    expect(services.length + leftOut!.services!).toBe(41);
    expect(entries.length + leftOut!.entries!).toBe(30);
    expect(policies.length + leftOut!.policies!).toBe(40);
    expect(Math.min(services.length, entries.length)).toBeGreaterThan(2);
  });

  it('is the names of policies and their directions', () => {
    const { policies, isolation } = exposureIn([policy('deny')]);
    expect(policies).toEqual([
      {
        kind: 'NetworkPolicy',
        namespace: 'shop',
        name: 'deny',
        directions: ['ingress'],
      },
    ]);
    expect(isolation).toEqual([
      { direction: 'ingress', state: 'refused' },
      { direction: 'egress', state: 'unguarded' },
    ]);
  });

  it('is no value of an annotation', () => {
    const facts = factsIn([service('web'), ingress('front', ['a'])]);
    expect(JSON.stringify(facts)).not.toMatch(/do-not-show/);
  });
});
