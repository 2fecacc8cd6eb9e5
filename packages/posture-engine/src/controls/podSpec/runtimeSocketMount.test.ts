import { judgeCase, testControl } from '../../testing';
import { runtimeSocketMount } from './runtimeSocketMount';

const mounting = (path: string) => `
containers: [{ name: web, volumeMounts: [{ name: host, mountPath: /custom/place, readOnly: true }] }]
volumes: [{ name: host, hostPath: { path: '${path}' } }]`;

testControl(runtimeSocketMount, [
  {
    name: 'names the volume, and the mount wherever it is',
    given: mounting('/run/containerd/containerd.sock'),
    outcome: 'fail',
    severity: 'critical',
    at: [
      'spec.template.spec.volumes[0].hostPath.path',
      'spec.template.spec.containers[0].volumeMounts[0]',
    ],
    message:
      'volume "host" is /run/containerd/containerd.sock of the node, where the container runtime takes orders',
  },
  {
    name: 'a volume that nothing mounts counts',
    given: `
containers: [{ name: web }]
volumes: [{ name: docker, hostPath: { path: /var/run/docker.sock } }]`,
    outcome: 'fail',
    at: ['spec.template.spec.volumes[0].hostPath.path'],
  },
  {
    name: 'a socket in the container is no socket of the node',
    given: `
containers: [{ name: web, volumeMounts: [{ name: tmp, mountPath: /var/run/docker.sock }] }]
volumes: [{ name: tmp, emptyDir: {} }]`,
    outcome: 'pass',
  },
  {
    name: 'no volumes',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'a path of the wrong type is no pass',
    given: `
containers: [{ name: web }]
volumes: [{ name: docker, hostPath: { path: [/var/run/docker.sock] } }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.volumes[0].hostPath.path'],
  },
  ...[
    '/var/run/docker.sock',
    '/run/docker.sock',
    '/var/run/containerd/containerd.sock',
    '/run/crio/crio.sock',
    '/var/run/crio/crio.sock',
    '/run/k3s/containerd/containerd.sock',
    '/run/podman/podman.sock',
    '/var/run/cri-dockerd.sock',
    '/run/k0s/containerd.sock',
    '/var/snap/microk8s/common/run/containerd.sock',
    '/run/dockershim.sock',
    '/',
    '/run',
    '/run/',
    '/var',
    '/var/run',
    '/run/containerd',
    '/var/snap/microk8s',
    '/var//run/./docker.sock',
    '/srv/../run',
    '/opt/rke/docker.sock',
    '\\\\.\\pipe\\docker_engine',
    '//./pipe/Docker_Engine',
    '\\\\.\\pipe\\containerd-containerd',
  ].map(path => ({
    name: `${path} reaches the runtime`,
    given: mounting(path),
    outcome: 'fail' as const,
    severity: 'critical' as const,
  })),
  ...[
    '/var/log',
    '/running',
    '/run/docker',
    '/var/run/secrets',
    '/var/lib/docker',
    '/run/docker.sock.d',
    '/srv/my-docker.sock',
    '\\\\.\\pipe\\other',
    '',
  ].map(path => ({
    name: `"${path}" does not reach the runtime`,
    given: mounting(path),
    outcome: 'pass' as const,
  })),
]);

it('patches the volume and its mounts away', () => {
  const { violations } = judgeCase(runtimeSocketMount, {
    name: 'patch',
    given: mounting('/run'),
    outcome: 'fail',
  });
  expect(runtimeSocketMount.patch?.(violations)).toEqual({
    volumes: [{ name: 'host', $patch: 'delete' }],
    containers: [
      {
        name: 'web',
        volumeMounts: [{ mountPath: '/custom/place', $patch: 'delete' }],
      },
    ],
  });
});
