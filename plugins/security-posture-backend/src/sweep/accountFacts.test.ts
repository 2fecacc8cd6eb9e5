import { DEFAULT_TABLES, SubjectRef } from 'security-posture-engine';
import { aDeployment, collected } from './__testUtils__/collected';
import { accountFactsOf } from './accountFacts';

const ROBOT: SubjectRef = {
  type: 'serviceAccount',
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  namespace: 'shop',
  name: 'robot',
};
const BINDING = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: robot }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: robot }
subjects: [{ kind: ServiceAccount, name: robot, namespace: shop }]`;

function factsWith(rules: readonly object[], rest = {}) {
  const role = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: robot }
rules: ${JSON.stringify(rules)}`;
  const pod = aDeployment('web', '', { pod: 'serviceAccountName: robot' });
  const yaml = [pod, role, BINDING].join('\n---');
  const { inventory } = collected(yaml, rest);
  return accountFactsOf(ROBOT, inventory, DEFAULT_TABLES);
}

const reading = (...resources: string[]) => ({
  apiGroups: [''],
  resources,
  verbs: ['get'],
});
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('what is kept of a service account', () => {
  it('is its rights, the gravest first, and whether its token is at hand', () => {
    const { rights, token } = factsWith([
      reading('widgets'),
      reading('secrets'),
    ]);
    expect(
      rights.map(({ objects, severity }) => [...objects, severity]),
    ).toEqual([
      ['secrets', 'high'],
      ['widgets', undefined],
    ]);
    expect(token).toBe(true);
  });

  it('counts what it cuts', () => {
    const [right] = factsWith([
      { ...reading(...numbered('r', 13)), resourceNames: numbered('n', 6) },
    ]).rights;
    expect([right.objects.length, right.moreObjects]).toEqual([10, 3]);
    expect([right.names.length, right.moreNames]).toEqual([4, 2]);
    expect(right).not.toHaveProperty('moreVerbs');
  });

  it('is at most 4 kB', () => {
    const facts = factsWith(
      numbered('resource-with-a-very-long-name-', 90).map(name =>
        reading(name),
      ),
    );
    expect(Buffer.byteLength(JSON.stringify(facts))).toBeLessThan(4096);
    expect(facts.rights.length + facts.leftOut!).toBe(90);
  });

  it('is why its rights are not known, where bindings may not be read', () => {
    const unread = { clusterRoleBindings: 'forbidden' };
    expect(factsWith([reading('secrets')], { unread })).toEqual({
      rights: [],
      token: true,
      unread: 'forbidden',
    });
  });
});
