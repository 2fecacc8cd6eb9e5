import { Workload } from '../model/workload';
import { deploymentAround, parseExample } from '../testing';
import {
  configMapReferences,
  findConfigMap,
  ownedConfigMaps,
} from './configMapsOfWorkload';

const workloadWith = (podSpec: object) =>
  new Workload(deploymentAround(podSpec));

describe('configMapReferences', () => {
  it('finds each ConfigMap once, at its first place', () => {
    const references = configMapReferences(
      workloadWith({
        initContainers: [
          { name: 'setup', envFrom: [{ configMapRef: { name: 'b' } }] },
        ],
        containers: [
          {
            name: 'web',
            env: [
              {
                name: 'A',
                valueFrom: { configMapKeyRef: { name: 'a', key: 'a' } },
              },
            ],
            envFrom: [{ configMapRef: { name: 'b' } }, { configMapRef: {} }],
          },
        ],
        volumes: [
          { name: 'v', configMap: { name: 'a' } },
          { name: 'w', projected: { sources: [{ configMap: { name: 'c' } }] } },
        ],
      }),
    );
    expect(references).toEqual([
      {
        name: 'b',
        path: 'spec.template.spec.initContainers[0].envFrom[0].configMapRef',
        container: 'setup',
      },
      {
        name: 'a',
        path: 'spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef',
        container: 'web',
      },
      {
        name: 'c',
        path: 'spec.template.spec.volumes[1]',
        container: undefined,
      },
    ]);
  });
});

describe('ConfigMaps by name and owner', () => {
  const configMaps = parseExample(`apiVersion: v1
kind: ConfigMap
metadata: { name: a, namespace: shop, ownerReferences: [{ apiVersion: apps/v1, kind: Deployment, name: web }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: a, namespace: bank, ownerReferences: [{ apiVersion: apps/v1, kind: StatefulSet, name: web }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: b }`);

  it('finds by namespace and name', () => {
    expect(findConfigMap('bank', 'a', configMaps)).toBe(configMaps[1]);
    expect(findConfigMap('default', 'b', configMaps)).toBe(configMaps[2]);
    expect(findConfigMap('shop', 'b', configMaps)).toBeUndefined();
  });

  it('finds what a workload owns, by kind and namespace', () => {
    const web = workloadWith({ containers: [] });
    expect(ownedConfigMaps(web, configMaps)).toEqual([configMaps[0]]);
  });
});
