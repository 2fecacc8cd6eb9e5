import { listed } from 'security-posture-engine';
import { CLUSTER } from '../database/__testUtils__/samples';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { SubjectRow } from '../database/tables';
import { aDeployment, collected } from './__testUtils__/collected';
import { SweepHarness } from './__testUtils__/SweepHarness';

const OBJECTS = `
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: web, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web }
subjects: [{ kind: Group, name: ops }]
---${aDeployment('web')}`;

const NODE = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'one' },
  status: { nodeInfo: { kubeletVersion: 'v1.33.4' } },
};

const databases = testDatabases();

describe.each(databases.ids)('on %s', databaseId => {
  it('keeps of each subject what pages on clusters need', async () => {
    const harness = await SweepHarness.open(() => databases.open(databaseId));
    const pod = {
      namespace: 'shop',
      name: 'web-0',
      owner: { kind: 'Deployment', name: 'web' },
      injected: [],
      imageDigests: {},
    };
    const { inventory, ...rest } = collected(OBJECTS, { livePods: [pod] });
    const serverVersion = 'v1.35.8';
    await harness.sweep({
      ...rest,
      inventory: {
        ...inventory,
        serverVersion,
        supporting: { ...inventory.supporting, nodes: listed([NODE]) },
      },
    });
    const factsOf = async (type: string, name: string) => {
      const row = await harness.stores
        .knex<SubjectRow>('subjects')
        .where({ type, name })
        .first('facts');
      return JSON.parse(row!.facts) as unknown;
    };
    const cycle = (minor: string) => ({
      name: minor,
      product: 'kubernetes',
      cycle: minor,
    });
    expect(await factsOf('cluster', CLUSTER)).toEqual({
      kubernetes: cycle('1.35'),
    });
    expect(await factsOf('node', 'one')).toEqual({ kubelet: cycle('1.33') });
    expect(await factsOf('namespace', 'shop')).toEqual({
      pods: { total: 1, hostNetwork: 0, ingress: 0, egress: 0 },
    });
    expect(await factsOf('roleBinding', 'web')).toEqual({
      role: { kind: 'Role', name: 'web' },
      subjects: 1,
    });
  });
});
