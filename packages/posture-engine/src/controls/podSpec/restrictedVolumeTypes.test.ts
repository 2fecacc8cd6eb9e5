import { testControl } from '../../testing';
import { restrictedVolumeTypes } from './restrictedVolumeTypes';

const holding = (...volumes: string[]) => `
containers: [{ name: web }]
volumes: [${volumes.join(', ')}]`;

testControl(restrictedVolumeTypes, [
  {
    name: 'names the volume and its type',
    given: holding(
      '{ name: tmp, emptyDir: {} }',
      '{ name: share, nfs: { server: files, path: / } }',
    ),
    outcome: 'fail',
    severity: 'low',
    at: ['spec.template.spec.volumes[1].nfs'],
    message: 'volume "share" is of type nfs',
  },
  {
    name: 'a hostPath is a consequence of its own control',
    given: holding('{ name: logs, hostPath: { path: /var/log } }'),
    outcome: 'fail',
    severity: 'low',
    consequenceOf: 'host-path-volume',
  },
  {
    name: 'a gitRepo is graver',
    given: holding(
      '{ name: share, nfs: { server: files, path: / } }',
      '{ name: code, gitRepo: { repository: x } }',
    ),
    outcome: 'fail',
    severity: 'high',
    at: [
      'spec.template.spec.volumes[0].nfs',
      'spec.template.spec.volumes[1].gitRepo',
    ],
  },
  {
    name: 'a volume without a type is an emptyDir',
    given: holding('{ name: tmp }'),
    outcome: 'pass',
  },
  {
    name: 'a type that is null is none',
    given: holding('{ name: tmp, nfs: null }'),
    outcome: 'pass',
  },
  {
    name: 'no volumes',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'Windows is not exempt',
    given: `os: { name: windows }${holding(
      '{ name: share, azureFile: { secretName: a, shareName: b } }',
    )}`,
    podSecurityLevel: 'restricted',
    outcome: 'fail',
  },
  {
    name: 'a volume of the wrong type is no pass',
    given: holding('tmp'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.volumes[0]'],
  },
  ...[
    'configMap: { name: web }',
    'csi: { driver: secrets.example.com }',
    'downwardAPI: {}',
    'emptyDir: {}',
    'ephemeral: {}',
    'image: { reference: models }',
    'persistentVolumeClaim: { claimName: web }',
    'projected: { sources: [] }',
    'secret: { secretName: web }',
  ].map(source => ({
    name: `${source} is allowed`,
    given: holding(`{ name: volume, ${source} }`),
    outcome: 'pass' as const,
  })),
  ...[
    'awsElasticBlockStore',
    'azureDisk',
    'cephfs',
    'fc',
    'flexVolume',
    'glusterfs',
    'iscsi',
    'rbd',
    'somethingNew',
  ].map(source => ({
    name: `${source} is not`,
    given: holding(`{ name: volume, ${source}: {} }`),
    outcome: 'fail' as const,
    severity: 'low' as const,
  })),
]);
