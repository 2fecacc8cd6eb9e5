import { judgeCase, testControl } from '../../testing';
import { hostPathVolume } from './hostPathVolume';

const LOGS = `
initContainers:
  - { name: setup, volumeMounts: [{ name: logs, mountPath: /setup }] }
containers:
  - { name: web, volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: logs, mountPath: /logs, readOnly: true }] }
volumes:
  - { name: tmp, emptyDir: {} }
  - { name: logs, hostPath: { path: /var/log, type: Directory } }`;

testControl(hostPathVolume, [
  {
    name: 'names the volume and every mount of it',
    given: LOGS,
    outcome: 'fail',
    severity: 'high',
    at: [
      'spec.template.spec.volumes[1].hostPath.path',
      'spec.template.spec.initContainers[0].volumeMounts[0]',
      'spec.template.spec.containers[0].volumeMounts[1]',
    ],
    message:
      'volume "logs" is /var/log (Directory) of the node, which its other pods share',
  },
  {
    name: 'a volume that nothing mounts counts',
    given: `
containers: [{ name: web }]
volumes: [{ name: logs, hostPath: { path: /var/log } }]`,
    outcome: 'fail',
    at: ['spec.template.spec.volumes[0].hostPath.path'],
  },
  {
    name: 'a volume without a path counts',
    given: `
containers: [{ name: web }]
volumes: [{ name: logs, hostPath: {} }]`,
    outcome: 'fail',
  },
  {
    name: 'null equals absent',
    given: `
containers: [{ name: web }]
volumes: [{ name: logs, hostPath: null, emptyDir: {} }]`,
    outcome: 'pass',
  },
  {
    name: 'a claim is no concern of this control',
    given: `
containers: [{ name: web }]
volumes: [{ name: data, persistentVolumeClaim: { claimName: web } }]`,
    outcome: 'pass',
  },
  {
    name: 'no volumes',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'Windows is not exempt',
    given: `
os: { name: windows }
containers: [{ name: web }]
volumes: [{ name: logs, hostPath: { path: 'C:\\logs' } }]`,
    outcome: 'fail',
  },
  {
    name: 'mounts of the wrong type hide no volume',
    given: `
containers: [{ name: web, volumeMounts: logs }]
volumes: [{ name: logs, hostPath: { path: /var/log } }]`,
    outcome: 'fail',
    severity: 'high',
    at: ['spec.template.spec.volumes[0].hostPath.path'],
  },
  {
    name: 'a hostPath of the wrong type is no pass',
    given: `
containers: [{ name: web }]
volumes: [{ name: logs, hostPath: /var/log }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.volumes[0].hostPath'],
  },
]);

const judged = (given: string) =>
  judgeCase(hostPathVolume, { name: 'a case', given, outcome: 'fail' });

it('tells containers apart, and what they may do', () => {
  expect(
    judged(LOGS).violations.map(({ container, field, actual }) => ({
      container,
      field,
      actual,
    })),
  ).toEqual([
    {
      container: undefined,
      field: 'volumes[logs].hostPath.path',
      actual: '/var/log',
    },
    { container: 'setup', field: 'volumeMounts[/setup]', actual: 'writable' },
    { container: 'web', field: 'volumeMounts[/logs]', actual: 'read-only' },
  ]);
});

it('patches the volume and its mounts away, and no others', () => {
  expect(hostPathVolume.patch?.(judged(LOGS).violations)).toEqual({
    volumes: [{ name: 'logs', $patch: 'delete' }],
    initContainers: [
      {
        name: 'setup',
        volumeMounts: [{ mountPath: '/setup', $patch: 'delete' }],
      },
    ],
    containers: [
      {
        name: 'web',
        volumeMounts: [{ mountPath: '/logs', $patch: 'delete' }],
      },
    ],
  });
});

it('has no patch for a volume without a name', () => {
  const { violations } = judged(`
containers: [{ name: web }]
volumes: [{ hostPath: { path: /var/log } }]`);
  expect(hostPathVolume.patch?.(violations)).toBeUndefined();
});
