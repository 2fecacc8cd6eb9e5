import { Manifest } from '../objects/Manifest';

const zones = ['a', 'b', 'c'];

/** A worker of a generated cluster. */
export function nodeManifest(index: number): Manifest {
  const name = `node-${String(index + 1).padStart(3, '0')}`;
  const zone = zones[index % zones.length];
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'topology.kubernetes.io/zone': `eu-1${zone}`,
      },
    },
    spec: { podCIDR: `10.244.${index}.0/24` },
    status: {
      capacity: { cpu: '16', memory: '65536Mi', pods: '250' },
      allocatable: { cpu: '15', memory: '61440Mi', pods: '250' },
      conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady' }],
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        osImage: 'Flatcar Container Linux',
        kernelVersion: '6.12.58-flatcar',
        kubeletVersion: 'v1.35.8',
        containerRuntimeVersion: 'containerd://2.2.0',
      },
    },
  };
}
