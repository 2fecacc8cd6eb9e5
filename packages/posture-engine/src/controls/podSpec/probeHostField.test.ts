import { judgeCase, testControl } from '../../testing';
import { probeHostField } from './probeHostField';

const GET = 'httpGet: { port: 80, host: admin.example.com }';
const EVERYWHERE = `
containers:
  - name: web
    livenessProbe: { ${GET} }
    readinessProbe: { tcpSocket: { port: 80, host: 127.0.0.1 } }
    startupProbe: { ${GET} }
    lifecycle:
      postStart: { ${GET} }
      preStop: { tcpSocket: { port: 80, host: 10.0.0.1 } }`;

testControl(probeHostField, [
  {
    name: 'names every probe and hook',
    given: EVERYWHERE,
    outcome: 'fail',
    severity: 'medium',
    at: [
      'spec.template.spec.containers[0].livenessProbe.httpGet.host',
      'spec.template.spec.containers[0].readinessProbe.tcpSocket.host',
      'spec.template.spec.containers[0].startupProbe.httpGet.host',
      'spec.template.spec.containers[0].lifecycle.postStart.httpGet.host',
      'spec.template.spec.containers[0].lifecycle.preStop.tcpSocket.host',
    ],
    message: 'container "web" has the kubelet call another host than the pod',
  },
  {
    name: 'the address of the node itself fails',
    given:
      'containers: [{ name: web, livenessProbe: { httpGet: { port: 80, host: 127.0.0.1 } } }]',
    outcome: 'fail',
  },
  {
    name: 'a sidecar counts',
    given: `
initContainers: [{ name: mesh, restartPolicy: Always, startupProbe: { ${GET} } }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].startupProbe.httpGet.host'],
  },
  {
    name: 'no host',
    given:
      'containers: [{ name: web, livenessProbe: { httpGet: { port: 80 } } }]',
    outcome: 'pass',
  },
  {
    name: 'an empty host is none',
    given:
      'containers: [{ name: web, livenessProbe: { httpGet: { port: 80, host: "" } } }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given:
      'containers: [{ name: web, livenessProbe: { httpGet: { port: 80, host: null } }, lifecycle: null }]',
    outcome: 'pass',
  },
  {
    name: 'a Host header is none',
    given:
      'containers: [{ name: web, livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name: Host, value: web.example.com }] } } }]',
    outcome: 'pass',
  },
  {
    name: 'judged at 1.34',
    given: EVERYWHERE,
    kubernetesVersion: '1.34',
    podSecurityLevel: 'baseline',
    outcome: 'fail',
  },
  {
    name: 'not judged at 1.33',
    given: EVERYWHERE,
    kubernetesVersion: '1.33',
    outcome: 'notApplicable',
    reason: 'belowVersion',
  },
  {
    name: 'a host of the wrong type is no pass',
    given:
      'containers: [{ name: web, livenessProbe: { httpGet: { port: 80, host: 10 } } }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.containers[0].livenessProbe.httpGet.host'],
  },
  {
    name: 'a probe of the wrong type hides no breach of another container',
    given: `containers: [{ name: a, livenessProbe: on }, { name: b, livenessProbe: { ${GET} } }]`,
    outcome: 'fail',
    at: ['spec.template.spec.containers[1].livenessProbe.httpGet.host'],
  },
]);

it('patches every host away, and nothing else of a probe', () => {
  const { violations } = judgeCase(probeHostField, {
    name: 'patch',
    given: EVERYWHERE,
    outcome: 'fail',
  });
  expect(probeHostField.patch?.(violations)).toEqual({
    containers: [
      {
        name: 'web',
        livenessProbe: { httpGet: { host: null } },
        readinessProbe: { tcpSocket: { host: null } },
        startupProbe: { httpGet: { host: null } },
        lifecycle: {
          postStart: { httpGet: { host: null } },
          preStop: { tcpSocket: { host: null } },
        },
      },
    ],
  });
});
