import { judgeCase, testControl } from '../../testing';
import { hostPort } from './hostPort';

const DEBUGGED = `
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web }]
  ephemeralContainers: [{ name: debug, ports: [{ containerPort: 80, hostPort: 80 }] }]`;

testControl(hostPort, [
  {
    name: 'names the container and the port',
    given:
      'containers: [{ name: web, ports: [{ containerPort: 8080 }, { containerPort: 8443, hostPort: 443 }] }]',
    outcome: 'fail',
    severity: 'medium',
    at: ['spec.template.spec.containers[0].ports[1].hostPort'],
    message: 'container "web" opens port 443 of its node',
  },
  {
    name: 'an init container counts',
    given: `
initContainers: [{ name: setup, ports: [{ containerPort: 80, hostPort: 80 }] }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].ports[0].hostPort'],
  },
  {
    name: 'a sidecar counts',
    given: `
initContainers: [{ name: mesh, restartPolicy: Always, ports: [{ containerPort: 80, hostPort: 80 }] }]
containers: [{ name: web }]`,
    outcome: 'fail',
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: DEBUGGED,
    outcome: 'fail',
    severity: 'info',
    at: ['spec.ephemeralContainers[0].ports[0].hostPort'],
  },
  {
    name: 'an ephemeral container counts for Pod Security Admission',
    given: DEBUGGED,
    podSecurityLevel: 'baseline',
    outcome: 'fail',
    severity: 'medium',
  },
  {
    name: '0 is no port',
    given:
      'containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: 0 }] }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given:
      'containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: null }] }]',
    outcome: 'pass',
  },
  {
    name: 'the network of the host alone opens no host port here',
    given: `
hostNetwork: true
containers: [{ name: web, ports: [{ containerPort: 8080 }] }]`,
    outcome: 'pass',
  },
  {
    name: 'what the API server fills in under hostNetwork is a consequence of it',
    given: `
hostNetwork: true
containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: 8080 }] }]`,
    outcome: 'fail',
    consequenceOf: 'host-network',
  },
  {
    name: 'Pod Security Admission fails the consequence as well',
    given: `
hostNetwork: true
containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: 8080 }] }]`,
    podSecurityLevel: 'baseline',
    outcome: 'fail',
  },
  {
    name: 'a string instead of a number is no pass',
    given:
      'containers: [{ name: web, ports: [{ containerPort: 80, hostPort: "80" }] }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.containers[0].ports[0].hostPort'],
  },
  {
    name: 'ports of the wrong type hide no breach of another container',
    given:
      'containers: [{ name: a, ports: 80 }, { name: b, ports: [{ containerPort: 80, hostPort: 80 }] }]',
    outcome: 'fail',
    at: ['spec.template.spec.containers[1].ports[0].hostPort'],
  },
]);

it('takes another port than that of the container for a fault of its own', () => {
  const { violations } = judgeCase(hostPort, {
    name: 'another port',
    given: `
hostNetwork: true
containers: [{ name: web, ports: [{ containerPort: 8080, hostPort: 80 }] }]`,
    outcome: 'fail',
  });
  expect(violations.map(({ consequenceOf }) => consequenceOf)).toEqual([
    undefined,
  ]);
});

describe('the patch', () => {
  const patchOf = (given: string) =>
    hostPort.patch?.(
      judgeCase(hostPort, { name: 'patch', given, outcome: 'fail' }).violations,
    );

  it('removes the host ports by container and port', () => {
    expect(
      patchOf(`
initContainers: [{ name: setup, ports: [{ containerPort: 1, hostPort: 2 }] }]
containers: [{ name: web, ports: [{ containerPort: 3, hostPort: 4 }, { containerPort: 5 }, { containerPort: 6, hostPort: 7 }] }]`),
    ).toEqual({
      initContainers: [
        { name: 'setup', ports: [{ containerPort: 1, hostPort: null }] },
      ],
      containers: [
        {
          name: 'web',
          ports: [
            { containerPort: 3, hostPort: null },
            { containerPort: 6, hostPort: null },
          ],
        },
      ],
    });
  });

  it('leaves the network of the host too, where that is the cause', () => {
    expect(
      patchOf(`
hostNetwork: true
containers: [{ name: web, ports: [{ containerPort: 80, hostPort: 80 }] }]`),
    ).toEqual({
      hostNetwork: false,
      containers: [
        { name: 'web', ports: [{ containerPort: 80, hostPort: null }] },
      ],
    });
  });

  it('is none for a port without a container port', () => {
    expect(
      patchOf('containers: [{ name: web, ports: [{ hostPort: 80 }] }]'),
    ).toBeUndefined();
  });

  it('is none for an ephemeral container', () => {
    expect(patchOf(DEBUGGED)).toBeUndefined();
  });
});
