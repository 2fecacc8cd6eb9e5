import { judgeCase, testControl } from '../../testing';
import { selinuxOptions } from './selinuxOptions';

const POD = 'spec.template.spec.securityContext.seLinuxOptions';
const APP = 'spec.template.spec.containers[0].securityContext.seLinuxOptions';

const options = (fields: string) =>
  `securityContext: { seLinuxOptions: { ${fields} } }`;
const web = (fields: string) =>
  `containers: [{ name: web, ${options(fields)} }]`;

testControl(selinuxOptions, [
  {
    name: 'unset',
    given: 'containers: [{ name: web }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: web('type: null, user: null, role: null'),
    outcome: 'pass',
  },
  {
    name: 'empty equals absent',
    given: web('type: "", user: "", role: ""'),
    outcome: 'pass',
  },
  {
    name: 'options without a type set no bad one',
    given: web(''),
    outcome: 'pass',
  },
  ...['container_t', 'container_init_t', 'container_kvm_t'].map(type => ({
    name: `type ${type}`,
    given: web(`type: ${type}`),
    kubernetesVersion: '1.24',
    outcome: 'pass' as const,
  })),
  {
    name: 'container_engine_t from 1.31 on',
    given: web('type: container_engine_t'),
    kubernetesVersion: '1.31',
    outcome: 'pass',
  },
  {
    name: 'container_engine_t before 1.31',
    given: web('type: container_engine_t'),
    kubernetesVersion: '1.30',
    outcome: 'fail',
    at: [`${APP}.type`],
  },
  {
    name: 'another type',
    given: web('type: spc_t'),
    outcome: 'fail',
    severity: 'medium',
    at: [`${APP}.type`],
    message: 'container "web" asks for SELinux type spc_t',
  },
  {
    name: 'each part has its place',
    given: web('type: spc_t, user: u, role: r'),
    outcome: 'fail',
    at: [`${APP}.type`, `${APP}.user`, `${APP}.role`],
  },
  {
    name: 'the level is free',
    given: web('level: "s0:c1,c2"'),
    outcome: 'pass',
  },
  {
    name: 'a bad pod fails even where every container overrides it',
    given: `${options('type: spc_t')}\n${web('type: container_t')}`,
    outcome: 'fail',
    at: [`${POD}.type`],
  },
  {
    name: 'init containers and sidecars count',
    given: `initContainers: [{ name: setup, ${options(
      'user: u',
    )} }, { name: mesh, restartPolicy: Always, ${options('role: r')} }]
containers: [{ name: web }]`,
    outcome: 'fail',
    at: [
      'spec.template.spec.initContainers[0].securityContext.seLinuxOptions.user',
      'spec.template.spec.initContainers[1].securityContext.seLinuxOptions.role',
    ],
  },
  {
    name: 'an ephemeral container is reported and never scored',
    given: `containers: [{ name: web }]
ephemeralContainers: [{ name: debug, ${options('type: spc_t')} }]`,
    outcome: 'fail',
    severity: 'info',
  },
  {
    name: 'a number is no type',
    given: web('type: 1'),
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: [`${APP}.type`],
  },
]);

it('gives the type of containers where it is bad or missing, and removes user and role', () => {
  const { violations } = judgeCase(selinuxOptions, {
    name: '',
    given: `${options('user: u, role: r')}
containers:
  - { name: a, ${options('type: spc_t, user: u')} }
  - { name: b, ${options('type: container_kvm_t, role: r')} }
  - { name: c }`,
    outcome: 'fail',
  });
  const labelled = (name: string, seLinuxOptions: unknown) => ({
    name,
    securityContext: { seLinuxOptions },
  });
  expect(selinuxOptions.patch?.(violations)).toEqual({
    securityContext: {
      seLinuxOptions: { type: 'container_t', user: null, role: null },
    },
    containers: [
      labelled('a', { type: 'container_t', user: null }),
      labelled('b', { role: null }),
    ],
  });
});
