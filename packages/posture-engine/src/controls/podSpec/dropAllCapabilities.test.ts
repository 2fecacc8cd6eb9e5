import { judgeCase, testControl } from '../../testing';
import { dropAllCapabilities } from './dropAllCapabilities';

const APP = 'spec.template.spec.containers[0].securityContext.capabilities';

const container = (name: string, fields: string) =>
  `{ name: ${name}, securityContext: { capabilities: { ${fields} } } }`;
const web = (fields: string) => `containers: [${container('web', fields)}]`;

testControl(dropAllCapabilities, [
  {
    name: 'unset drops nothing',
    given: 'containers: [{ name: web }]',
    outcome: 'fail',
    severity: 'medium',
    at: [`${APP}.drop`],
    message: 'container "web" does not drop all capabilities',
  },
  { name: 'null equals absent', given: web('drop: null'), outcome: 'fail' },
  { name: 'ALL', given: web('drop: [ALL]'), outcome: 'pass' },
  {
    name: 'ALL among others',
    given: web('drop: [NET_RAW, ALL]'),
    outcome: 'pass',
  },
  {
    name: 'a port below 1024 is the one exception',
    given: web('drop: [ALL], add: [NET_BIND_SERVICE]'),
    outcome: 'pass',
  },
  {
    name: 'anything else that is added',
    given: web('drop: [ALL], add: [NET_BIND_SERVICE, CHOWN]'),
    outcome: 'fail',
    at: [`${APP}.add`],
  },
  {
    name: 'a prefix makes it another name',
    given: web('drop: [ALL], add: [CAP_NET_BIND_SERVICE]'),
    outcome: 'fail',
    at: [`${APP}.add`],
  },
  {
    name: 'both places',
    given: web('drop: [NET_RAW], add: [CHOWN]'),
    outcome: 'fail',
    at: [`${APP}.drop`, `${APP}.add`],
  },
  {
    name: 'lower case is no ALL, and only the spelling is wrong',
    given: web('drop: [all]'),
    outcome: 'fail',
    message:
      'container "web" drops all capabilities in another spelling than ALL',
  },
  {
    name: 'CAP_ALL is no ALL, and only the spelling is wrong',
    given: web('drop: [CAP_ALL]'),
    outcome: 'fail',
    message:
      'container "web" drops all capabilities in another spelling than ALL',
  },
  {
    name: 'dropping NET_RAW alone is not enough',
    given: web('drop: [NET_RAW]'),
    outcome: 'fail',
    at: [`${APP}.drop`],
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup }, { name: mesh, restartPolicy: Always }]
${web('drop: [ALL]')}`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext.capabilities.drop',
      'spec.template.spec.initContainers[1].securityContext.capabilities.drop',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `${web('drop: [ALL]')}\nephemeralContainers: [{ name: debug }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'Windows is exempt from 1.25 on',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.25',
    outcome: 'notApplicable',
    reason: 'windows',
  },
  {
    name: 'Windows is not exempt before 1.25',
    given: 'os: { name: windows }\ncontainers: [{ name: web }]',
    kubernetesVersion: '1.24',
    outcome: 'fail',
  },
  {
    name: 'Admission does not ask before 1.22',
    given: 'containers: [{ name: web }]',
    kubernetesVersion: '1.21',
    podSecurityLevel: 'restricted',
    outcome: 'notApplicable',
    reason: 'belowVersion',
  },
  {
    name: 'Admission asks from 1.22 on',
    given: 'containers: [{ name: web }]',
    kubernetesVersion: '1.22',
    podSecurityLevel: 'restricted',
    outcome: 'fail',
  },
  {
    name: 'a word is no list',
    given: web('drop: ALL'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}.drop`],
  },
]);

it('drops all, and keeps no added capability but the one allowed', () => {
  const { violations } = judgeCase(dropAllCapabilities, {
    name: '',
    given: `containers:
  - { name: unset }
  - ${container('both', 'drop: [all], add: [CHOWN, NET_BIND_SERVICE]')}
  - ${container('added', 'drop: [ALL], add: [CHOWN]')}`,
    outcome: 'fail',
  });
  const patched = (name: string, capabilities: unknown) => ({
    name,
    securityContext: { capabilities },
  });
  expect(dropAllCapabilities.patch?.(violations)).toEqual({
    containers: [
      patched('unset', { drop: ['ALL'] }),
      patched('both', { drop: ['ALL'], add: ['NET_BIND_SERVICE'] }),
      patched('added', { add: null }),
    ],
  });
});
