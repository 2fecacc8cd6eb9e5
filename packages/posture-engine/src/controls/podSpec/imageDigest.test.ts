import { testControl } from '../../testing';
import { imageDigest } from './imageDigest';

const image = (reference: string) =>
  `containers: [{ name: web, image: "${reference}" }]`;

testControl(imageDigest, [
  {
    name: 'a tag alone is worth a remark',
    given: image('registry.example.com:5000/web:1.2.3'),
    outcome: 'fail',
    severity: 'info',
    at: ['spec.template.spec.containers[0].image'],
    message: 'the image of container "web" has no sha256 digest',
  },
  {
    name: 'a digest',
    given: image(`web@sha256:${'a1'.repeat(32)}`),
    outcome: 'pass',
  },
  {
    name: 'a tag and a digest',
    given: image(`ghcr.io/acme/web:1@sha256:${'a1'.repeat(32)}`),
    outcome: 'pass',
  },
  {
    name: 'sha256 as a tag is no digest',
    given: image('web:sha256-abc'),
    outcome: 'fail',
  },
  {
    name: 'each container for itself',
    given: `initContainers: [{ name: setup, image: "a:1" }]
containers: [{ name: web, image: "web@sha256:${'a1'.repeat(32)}" }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].image'],
  },
  {
    name: 'an image of the wrong type is no pass',
    given: 'containers: [{ name: web, image: [web] }]',
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
