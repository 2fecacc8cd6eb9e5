import { judgeCase, testControl } from '../../testing';
import { highUid } from './highUid';

const POD = 'spec.template.spec.securityContext';
const APP = 'spec.template.spec.containers[0].securityContext';

const web = (fields: string) =>
  `containers: [{ name: web, securityContext: { ${fields} } }]`;

testControl(highUid, [
  {
    name: 'unset is not judged',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: web('runAsUser: null, runAsGroup: null'),
    outcome: 'pass',
  },
  { name: '10001', given: web('runAsUser: 10001'), outcome: 'pass' },
  {
    name: '10000',
    given: web('runAsUser: 10000'),
    outcome: 'fail',
    severity: 'info',
    at: [`${APP}.runAsUser`],
    message: 'container "web" runs with user 10000',
  },
  {
    name: '0 is set, and low',
    given: web('runAsUser: 0'),
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'user and group each have their place',
    given: web('runAsUser: 1, runAsGroup: 2'),
    outcome: 'fail',
    at: [`${APP}.runAsUser`, `${APP}.runAsGroup`],
  },
  {
    name: 'a group alone',
    given: web('runAsUser: 20000, runAsGroup: 2'),
    outcome: 'fail',
    at: [`${APP}.runAsGroup`],
  },
  {
    name: 'the pod counts where the container says nothing',
    given: 'securityContext: { runAsUser: 1000 }\ncontainers: [{ name: web }]',
    outcome: 'fail',
    at: [`${POD}.runAsUser`],
  },
  {
    name: 'a container overrides its pod',
    given: `securityContext: { runAsUser: 1000 }\n${web('runAsUser: 10001')}`,
    outcome: 'pass',
  },
  {
    name: 'an init container counts',
    given: `initContainers: [{ name: setup, securityContext: { runAsUser: 5 } }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: ['spec.template.spec.initContainers[0].securityContext.runAsUser'],
  },
  {
    name: 'a string is no number',
    given: web('runAsUser: "1000"'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}.runAsUser`],
  },
]);

it('raises the number where it is set', () => {
  const { violations } = judgeCase(highUid, {
    name: '',
    given: `securityContext: { runAsUser: 1000 }
containers: [{ name: a }, { name: b, securityContext: { runAsUser: 5, runAsGroup: 5 } }]`,
    outcome: 'fail',
  });
  expect(highUid.patch?.(violations)).toEqual({
    securityContext: { runAsUser: 10001 },
    containers: [
      { name: 'b', securityContext: { runAsUser: 10001, runAsGroup: 10001 } },
    ],
  });
});
