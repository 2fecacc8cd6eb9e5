import { judgeCase, testControl } from '../../testing';
import { sensitiveHostPath } from './sensitiveHostPath';

const mounting = (path: string, mount = 'readOnly: true') => `
containers: [{ name: web, volumeMounts: [{ name: host, mountPath: /host, ${mount} }] }]
volumes: [{ name: host, hostPath: { path: ${path} } }]`;

const EXPORTER = `
containers:
  - name: exporter
    volumeMounts:
      - { name: proc, mountPath: /host/proc, readOnly: true }
      - { name: sys, mountPath: /host/sys, readOnly: true }
volumes:
  - { name: proc, hostPath: { path: /proc } }
  - { name: sys, hostPath: { path: /sys } }`;

testControl(sensitiveHostPath, [
  {
    name: 'names the sensitive volume and its mounts',
    given: mounting('/etc/kubernetes'),
    outcome: 'fail',
    severity: 'high',
    at: [
      'spec.template.spec.volumes[0].hostPath.path',
      'spec.template.spec.containers[0].volumeMounts[0]',
    ],
    message:
      'volume "host" is /etc/kubernetes of the node, which is a sensitive place',
  },
  {
    name: 'names the writable mount of any other path',
    given: mounting('/srv/data', 'readOnly: false'),
    outcome: 'fail',
    severity: 'high',
    at: ['spec.template.spec.containers[0].volumeMounts[0].readOnly'],
    message: 'container "web" can write to /srv/data of the node',
  },
  {
    name: 'a mount without readOnly is writable',
    given: mounting('/srv/data', 'readOnly: null'),
    outcome: 'fail',
  },
  {
    name: 'a writable mount of an init container counts',
    given: `
initContainers: [{ name: setup, volumeMounts: [{ name: host, mountPath: /host }] }]
containers: [{ name: web, volumeMounts: [{ name: host, mountPath: /host, readOnly: true }] }]
volumes: [{ name: host, hostPath: { path: /srv/data } }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].volumeMounts[0].readOnly'],
  },
  {
    name: 'a writable mount of a debugging container is never scored',
    given: `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, volumeMounts: [{ name: host, mountPath: /host, readOnly: true }] }]
  ephemeralContainers: [{ name: debug, volumeMounts: [{ name: host, mountPath: /host }] }]
  volumes: [{ name: host, hostPath: { path: /srv/data } }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a read-only mount passes, and says what it does not cover',
    given: mounting('/srv/data'),
    outcome: 'pass',
    note: 'read-only mounts are not recursive: what the node mounts further down stays writable',
  },
  {
    name: 'an unmounted volume of a plain path passes',
    given: `
containers: [{ name: web }]
volumes: [{ name: host, hostPath: { path: /srv/data } }]`,
    outcome: 'pass',
  },
  {
    name: 'an unmounted volume of a sensitive path fails',
    given: `
containers: [{ name: web }]
volumes: [{ name: host, hostPath: { path: /etc } }]`,
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'read-only mounts of /proc and /sys are lower',
    given: EXPORTER,
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: 'a writable mount of /sys is not',
    given: mounting('/sys/fs/cgroup', 'readOnly: false'),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a plain sensitive path beside them is not',
    given: `${EXPORTER}
  - { name: root, hostPath: { path: / } }`,
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a writable mount of another path beside them is not',
    given: `
containers:
  - name: exporter
    volumeMounts:
      - { name: proc, mountPath: /host/proc, readOnly: true }
      - { name: data, mountPath: /data }
volumes:
  - { name: proc, hostPath: { path: /proc } }
  - { name: data, hostPath: { path: /srv/data } }`,
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'without hostPath there is nothing to judge',
    given: `
containers: [{ name: web, volumeMounts: [{ name: tmp, mountPath: /etc }] }]
volumes: [{ name: tmp, emptyDir: {} }]`,
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'readOnly of the wrong type is no pass',
    given: mounting('/srv/data', 'readOnly: "true"'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.containers[0].volumeMounts[0].readOnly'],
  },
  ...[
    '/',
    '/etc',
    '/etc/',
    '/etc/ssl/certs',
    '/var',
    '/var/lib',
    '/var/lib/kubelet/pods',
    '/var/lib/containers',
    '/srv/../root',
    '/usr/share',
    '/dev/fuse',
  ].map(path => ({
    name: `${path} is sensitive`,
    given: mounting(path),
    outcome: 'fail' as const,
    severity: 'high' as const,
  })),
  ...['/etcetera', '/var/log', '/var/lib/kubelets', '/srv', '/lib64'].map(
    path => ({
      name: `${path} is not sensitive`,
      given: mounting(path),
      outcome: 'pass' as const,
    }),
  ),
]);

const judged = (given: string) =>
  judgeCase(sensitiveHostPath, { name: 'a case', given, outcome: 'fail' });

it('has nothing to add where the mount is read-only all the way down', () => {
  const finding = judged(
    mounting('/srv/data', 'readOnly: true, recursiveReadOnly: Enabled'),
  );
  expect(finding.outcome).toBe('pass');
  expect(finding.note).toBeUndefined();
});

it('patches a writable mount of a plain path read-only', () => {
  expect(
    sensitiveHostPath.patch?.(
      judged(mounting('/srv/data', 'readOnly: false')).violations,
    ),
  ).toEqual({
    containers: [
      { name: 'web', volumeMounts: [{ mountPath: '/host', readOnly: true }] },
    ],
  });
});

it('patches a sensitive volume and its mounts away', () => {
  expect(
    sensitiveHostPath.patch?.(
      judged(mounting('/etc', 'readOnly: false')).violations,
    ),
  ).toEqual({
    volumes: [{ name: 'host', $patch: 'delete' }],
    containers: [
      {
        name: 'web',
        volumeMounts: [{ mountPath: '/host', $patch: 'delete' }],
      },
    ],
  });
});
