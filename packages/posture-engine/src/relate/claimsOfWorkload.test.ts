import { KubernetesObject } from '../model/kubernetesObject';
import { Workload } from '../model/workload';
import { parseExample } from '../testing';
import { claimsOfWorkload } from './claimsOfWorkload';

const claim = (
  name: string,
  pod?: string,
  namespace = 'shop',
): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name,
    namespace,
    ...(pod
      ? { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: pod }] }
      : {}),
  },
});

const workload = (given: string) => new Workload(parseExample(given)[0]);

const STATEFUL_SET = workload(`
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  template: { spec: { containers: [{ name: db }], volumes: [{ name: own, persistentVolumeClaim: { claimName: shared } }] } }
  volumeClaimTemplates: [{ metadata: { name: data } }]`);

describe('claimsOfWorkload', () => {
  it('finds named claims without reading any list, and those of templates by their names', () => {
    const persistentVolumeClaims = [
      claim('data-db-0'),
      claim('data-db-1', undefined, 'other'),
      claim('data-db-x'),
      claim('data-db2-0'),
    ];
    expect(
      claimsOfWorkload(STATEFUL_SET, { persistentVolumeClaims, livePods: [] }),
    ).toEqual([
      {
        claim: 'shared',
        path: 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName',
        list: 'volumes',
        key: 'own',
      },
      {
        claim: 'data-db-0',
        path: 'spec.volumeClaimTemplates[0]',
        list: 'volumeClaimTemplates',
        key: 'data',
      },
    ]);
  });

  it('finds claims of ephemeral volumes only where a pod of the workload owns them', () => {
    const web = workload(`
containers: [{ name: web }]
volumes: [{ name: tmp, ephemeral: {} }]`);
    const livePods = [
      {
        namespace: 'shop',
        name: 'web-1',
        owner: { kind: 'Deployment', name: 'web' },
        injected: [],
        imageDigests: {},
      },
    ];
    const persistentVolumeClaims = [
      claim('web-1-tmp', 'web-1'),
      claim('web-1-other', 'web-1'),
      claim('web-2-tmp', 'web-2'),
      claim('web-1-tmp'),
    ];
    expect(claimsOfWorkload(web, { persistentVolumeClaims, livePods })).toEqual(
      [
        {
          claim: 'web-1-tmp',
          path: 'spec.template.spec.volumes[0].ephemeral',
          list: 'volumes',
          key: 'tmp',
        },
      ],
    );
  });
});
