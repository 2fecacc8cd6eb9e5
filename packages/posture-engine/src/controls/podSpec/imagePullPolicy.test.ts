import { judgeCase, testControl } from '../../testing';
import { imagePullPolicy } from './imagePullPolicy';

const container = (rest: string) => `containers: [{ name: web, ${rest} }]`;
const DIGEST = `sha256:${'a1'.repeat(32)}`;

testControl(imagePullPolicy, [
  {
    name: 'unset with a version is IfNotPresent',
    given: container('image: "web:1.2.3"'),
    outcome: 'fail',
    severity: 'info',
    at: ['spec.template.spec.containers[0].imagePullPolicy'],
  },
  {
    name: 'unset with latest is Always',
    given: container('image: "web:latest"'),
    outcome: 'pass',
  },
  {
    name: 'unset without tag is Always, and so is null',
    given: container('image: "registry:5000/web", imagePullPolicy: null'),
    outcome: 'pass',
  },
  {
    name: 'latest that is not looked up',
    given: container('image: "web:latest", imagePullPolicy: IfNotPresent'),
    outcome: 'fail',
  },
  {
    name: 'Never',
    given: container('image: "web:1", imagePullPolicy: Never'),
    outcome: 'fail',
  },
  {
    name: 'a digest needs no policy (kube-score, polaris, checkov)',
    given: container(`image: "web:1@${DIGEST}", imagePullPolicy: Never`),
    outcome: 'pass',
  },
  {
    name: 'a policy of the wrong type is no pass',
    given: container('image: "web:1", imagePullPolicy: true'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);

it('patches each container by name', () => {
  const { violations } = judgeCase(imagePullPolicy, {
    name: '',
    given: `initContainers: [{ name: setup, image: "a:1" }]
containers: [{ name: web, image: "b:1" }, { name: done, image: "c" }]`,
    outcome: 'fail',
  });
  expect(imagePullPolicy.patch?.(violations)).toEqual({
    initContainers: [{ name: 'setup', imagePullPolicy: 'Always' }],
    containers: [{ name: 'web', imagePullPolicy: 'Always' }],
  });
});
