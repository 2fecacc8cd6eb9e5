import { testControl } from '../../testing';
import { imageRegistry } from './imageRegistry';

const image = (reference: string) =>
  `containers: [{ name: web, image: "${reference}" }]`;
const trusting = (...trustedRegistries: string[]) => ({ trustedRegistries });

testControl(imageRegistry, [
  {
    name: 'nothing configured',
    given: image('nginx:1'),
    outcome: 'notApplicable',
    reason: 'notConfigured',
  },
  {
    name: 'the frozen registry fails where nothing is configured',
    given: image('k8s.gcr.io/pause:3.2'),
    outcome: 'fail',
    severity: 'medium',
    at: ['spec.template.spec.containers[0].image'],
    message:
      'the image of container "web" comes from k8s.gcr.io, which is frozen',
  },
  {
    name: 'the frozen registry fails where it is trusted',
    given: image('k8s.gcr.io/pause:3.2'),
    settings: trusting('k8s.gcr.io', '.gcr.io'),
    outcome: 'fail',
  },
  {
    name: 'a host that is listed',
    given: image('registry.example.com/web:1'),
    settings: trusting('other.example.com', 'registry.example.com'),
    outcome: 'pass',
  },
  {
    name: 'a host counts with its port',
    given: image('registry.example.com:5000/web:1'),
    settings: trusting('registry.example.com'),
    outcome: 'fail',
    message:
      'the image of container "web" comes from "registry.example.com:5000", which is not trusted',
  },
  {
    name: 'no host is docker.io',
    given: image('nginx:1'),
    settings: trusting('docker.io'),
    outcome: 'pass',
  },
  {
    name: 'docker.io is not trusted unless listed',
    given: image('acme/web:1'),
    settings: trusting('registry.example.com'),
    outcome: 'fail',
  },
  {
    name: 'a suffix with a dot',
    given: image('eu.example.com/web:1'),
    settings: trusting('.example.com'),
    outcome: 'pass',
  },
  {
    name: 'a suffix ends at the dot',
    given: image('badexample.com/web:1'),
    settings: trusting('.example.com'),
    outcome: 'fail',
  },
  {
    name: 'a host is no suffix, and no prefix (KSV-0124)',
    given:
      'containers: [{ name: a, image: "eu.example.com/a:1" }, { name: b, image: "example.com.evil.io/b:1" }]',
    settings: trusting('example.com'),
    outcome: 'fail',
    at: [
      'spec.template.spec.containers[0].image',
      'spec.template.spec.containers[1].image',
    ],
  },
  {
    name: 'hosts are compared without case',
    given: image('Registry.example.com/web:1'),
    settings: trusting('registry.Example.com'),
    outcome: 'pass',
  },
  {
    name: 'a list that is empty trusts nobody',
    given: image('nginx:1'),
    settings: trusting(),
    outcome: 'fail',
  },
  {
    name: 'an init container counts',
    given: `initContainers: [{ name: setup, image: "k8s.gcr.io/a:1" }]
containers: [{ name: web, image: "web:1" }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].image'],
  },
  {
    name: 'no image reference is no pass',
    given: image('http://example.com/web'),
    settings: trusting('example.com'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);
