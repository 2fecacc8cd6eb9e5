import type { UnownedWorkload } from 'backstage-plugin-security-posture-common';
import { claimOf } from './claimOf';

const WORKLOAD: UnownedWorkload = {
  cluster: 'prod-eu',
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'ops',
  name: 'lost',
};

const byLabel = (label: string, value: string) => ({
  ref: 'component:default/web',
  because: { kind: 'label' as const, label, value },
});

describe('claimOf', () => {
  it('gives a workload that nothing tells of a name on both sides', () => {
    expect(claimOf(WORKLOAD)).toEqual({
      catalog: [
        'metadata:',
        '  annotations:',
        '    backstage.io/kubernetes-id: "lost"',
      ],
      workload: [
        'metadata:',
        '  labels:',
        '    backstage.io/kubernetes-id: "lost"',
      ],
    });
    const because = { kind: 'namespace' as const, workloads: 2, of: 3 };
    const ofNamespace = { ref: 'group:default/ops', because };
    expect(claimOf({ ...WORKLOAD, suggestedOwner: ofNamespace })).toEqual(
      claimOf(WORKLOAD),
    );
  });

  it('tells the service of the id that the workload has', () => {
    const suggestedOwner = byLabel('backstage.io/kubernetes-id', 'shop-web');
    expect(claimOf({ ...WORKLOAD, suggestedOwner })).toEqual({
      catalog: [
        'metadata:',
        '  annotations:',
        '    backstage.io/kubernetes-id: "shop-web"',
      ],
    });
  });

  it('tells the service of another label, in its namespace', () => {
    const suggestedOwner = byLabel('app.kubernetes.io/part-of', 'web');
    expect(claimOf({ ...WORKLOAD, suggestedOwner }).catalog.slice(2)).toEqual([
      '    backstage.io/kubernetes-label-selector: "app.kubernetes.io/part-of=web"',
      '    backstage.io/kubernetes-namespace: "ops"',
    ]);
    const anywhere = { ...WORKLOAD, namespace: undefined, suggestedOwner };
    expect(claimOf(anywhere).catalog).toHaveLength(3);
  });
});
