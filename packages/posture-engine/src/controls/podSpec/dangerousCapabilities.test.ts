import { judgeCase, testControl } from '../../testing';
import { capabilityNames } from '../../data/capabilities';
import { DEFAULT_TABLES } from '../../data/defaultTables';
import { dangerousCapabilities } from './dangerousCapabilities';

const APP = 'spec.template.spec.containers[0].securityContext.capabilities.add';
const HARMLESS = [
  ...capabilityNames(DEFAULT_TABLES.capabilities).baseline,
].join(', ');

const container = (name: string, added: string) =>
  `{ name: ${name}, securityContext: { capabilities: { add: ${added} } } }`;
const web = (added: string) => `containers: [${container('web', added)}]`;
const onWindows = `os: { name: windows }\n${web('[NET_RAW]')}`;

testControl(dangerousCapabilities, [
  {
    name: 'unset adds nothing',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  { name: 'null equals absent', given: web('null'), outcome: 'pass' },
  {
    name: 'the thirteen of level baseline',
    given: web(`[${HARMLESS}]`),
    outcome: 'pass',
  },
  {
    name: 'SETPCAP is allowed, though other scanners fail it',
    given: web('[SETPCAP]'),
    outcome: 'pass',
  },
  {
    name: 'NET_RAW is not among them',
    given: web('[CHOWN, NET_RAW]'),
    outcome: 'fail',
    severity: 'high',
    at: [APP],
    message: 'container "web" adds NET_RAW',
  },
  {
    name: 'a harmless one in another spelling is another name',
    given: web('[chown, CAP_CHOWN]'),
    outcome: 'fail',
    severity: 'high',
    message: 'container "web" adds chown, CAP_CHOWN',
  },
  ...[
    'ALL',
    'all',
    'SYS_ADMIN',
    'cap_sys_admin',
    'SYS_MODULE',
    'SYS_PTRACE',
    'SYS_RAWIO',
    'BPF',
    'CAP_DAC_READ_SEARCH',
  ].map(name => ({
    name: `${name} is critical`,
    given: web(`[${name}]`),
    outcome: 'fail' as const,
    severity: 'critical' as const,
  })),
  {
    name: 'NET_ADMIN is high',
    given: web('[NET_ADMIN]'),
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'NET_ADMIN on the network of the host is critical',
    given: `hostNetwork: true\n${web('[CAP_NET_ADMIN]')}`,
    outcome: 'fail',
    severity: 'critical',
  },
  {
    name: 'another one on the network of the host is high',
    given: `hostNetwork: true\n${web('[NET_RAW]')}`,
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'a host network of the wrong type hides nothing',
    given: `hostNetwork: "true"\n${web('[NET_ADMIN]')}`,
    outcome: 'fail',
    severity: 'high',
  },
  {
    name: 'the gravest container decides, init containers and sidecars among them',
    given: `initContainers:
  - ${container('setup', '[SYS_ADMIN]')}
  - { name: mesh, restartPolicy: Always, securityContext: { capabilities: { add: [NET_ADMIN] } } }
${web('[NET_RAW]')}`,
    outcome: 'fail',
    severity: 'critical',
    at: [
      'spec.template.spec.initContainers[0].securityContext.capabilities.add',
      'spec.template.spec.initContainers[1].securityContext.capabilities.add',
      APP,
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web }]
ephemeralContainers: [${container('debug', '[SYS_PTRACE]')}]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'an ephemeral container raises nobody else',
    given: `${web('[NET_RAW]')}
ephemeralContainers: [${container('debug', '[SYS_PTRACE]')}]`,
    outcome: 'fail',
    severity: 'high',
  },
  { name: 'Windows is not exempt', given: onWindows, outcome: 'fail' },
  {
    name: 'a number is no capability',
    given: web('[1]'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}[0]`],
  },
]);

it('keeps the harmless ones', () => {
  const { violations } = judgeCase(dangerousCapabilities, {
    name: '',
    given: `containers: [${container('a', '[NET_ADMIN, CHOWN]')}, ${container(
      'b',
      '[ALL]',
    )}]`,
    outcome: 'fail',
  });
  expect(dangerousCapabilities.patch?.(violations)).toEqual({
    containers: [
      { name: 'a', securityContext: { capabilities: { add: ['CHOWN'] } } },
      { name: 'b', securityContext: { capabilities: { add: null } } },
    ],
  });
});
