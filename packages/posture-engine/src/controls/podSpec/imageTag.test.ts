import { testControl } from '../../testing';
import { imageTag } from './imageTag';

const image = (reference: string) =>
  `containers: [{ name: web, image: "${reference}" }]`;
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const AT = ['spec.template.spec.containers[0].image'];

testControl(imageTag, [
  {
    name: 'a port is no tag',
    given: image('registry.example.com:5000/web'),
    outcome: 'fail',
    severity: 'low',
    at: AT,
    message: 'the image of container "web" has no tag',
  },
  {
    name: 'latest',
    given: image('docker.io/library/nginx:latest'),
    outcome: 'fail',
    message: 'the image of container "web" has the tag latest',
  },
  {
    name: 'latest with a digest decides nothing',
    given: image(`nginx:latest@${DIGEST}`),
    outcome: 'pass',
  },
  { name: 'a digest alone', given: image(`nginx@${DIGEST}`), outcome: 'pass' },
  { name: 'a version', given: image('nginx:1.27'), outcome: 'pass' },
  {
    name: 'a tag that only begins so',
    given: image('nginx:latest-alpine'),
    outcome: 'pass',
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup, image: a }, { name: mesh, image: b, restartPolicy: Always }]
containers: [{ name: web, image: "c:1" }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].image',
      'spec.template.spec.initContainers[1].image',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "web:1" }]
  ephemeralContainers: [{ name: debug, image: busybox }]`,
    outcome: 'fail',
    severity: 'info',
  },
  ...[
    '{ name: web }',
    '{ name: web, image: null }',
    '{ name: web, image: "" }',
    '{ name: web, image: "We b:1" }',
    '{ name: web, image: 7 }',
  ].map(container => ({
    name: `no image reference is no pass: ${container}`,
    given: `containers: [${container}]`,
    outcome: 'notEvaluated' as const,
    reason: 'parseError' as const,
    at: AT,
  })),
]);
