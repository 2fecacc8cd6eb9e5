import { judgeCase, testControl } from '../../testing';
import { unsafeSysctls } from './unsafeSysctls';

const setting = (...names: string[]) => `
securityContext:
  sysctls: [${names.map(name => `{ name: ${name}, value: "1" }`).join(', ')}]
containers: [{ name: web }]`;

testControl(unsafeSysctls, [
  {
    name: 'names the sysctl and its place',
    given: setting('net.ipv4.tcp_syncookies', 'kernel.msgmax'),
    outcome: 'fail',
    severity: 'medium',
    at: ['spec.template.spec.securityContext.sysctls[1].name'],
    message: 'the pod sets the sysctl kernel.msgmax',
  },
  {
    name: 'safe at every version',
    given: setting(
      'kernel.shm_rmid_forced',
      'net.ipv4.ip_local_port_range',
      'net.ipv4.tcp_syncookies',
      'net.ipv4.ping_group_range',
      'net.ipv4.ip_unprivileged_port_start',
    ),
    kubernetesVersion: '1.20',
    outcome: 'pass',
  },
  {
    name: 'a name with slashes is another name',
    given: setting('net/ipv4/tcp_syncookies'),
    outcome: 'fail',
  },
  {
    name: 'a sysctl without a name is not known to be safe',
    given: `
securityContext: { sysctls: [{ value: "1" }] }
containers: [{ name: web }]`,
    outcome: 'fail',
    message: 'the pod sets a sysctl without a name',
  },
  {
    name: 'a container has no such field',
    given:
      'containers: [{ name: web, securityContext: { sysctls: [{ name: kernel.msgmax }] } }]',
    outcome: 'pass',
  },
  {
    name: 'null equals absent',
    given: `
securityContext: { sysctls: null }
containers: [{ name: web }]`,
    outcome: 'pass',
  },
  {
    name: 'a list of the wrong type is no pass',
    given: `
securityContext: { sysctls: kernel.msgmax }
containers: [{ name: web }]`,
    outcome: 'notEvaluated',
    reason: 'parseError',
    at: ['spec.template.spec.securityContext.sysctls'],
  },
  ...(
    [
      ['net.ipv4.ip_local_reserved_ports', 27],
      ['net.ipv4.tcp_keepalive_time', 29],
      ['net.ipv4.tcp_fin_timeout', 29],
      ['net.ipv4.tcp_keepalive_intvl', 29],
      ['net.ipv4.tcp_keepalive_probes', 29],
      ['net.ipv4.tcp_rmem', 32],
      ['net.ipv4.tcp_wmem', 32],
      ['net.ipv4.tcp_slow_start_after_idle', 37],
      ['net.ipv4.tcp_notsent_lowat', 37],
    ] as const
  ).flatMap(([name, minor]) => [
    {
      name: `${name} is safe from 1.${minor}`,
      given: setting(name),
      kubernetesVersion: `1.${minor}`,
      outcome: 'pass' as const,
    },
    {
      name: `${name} is not safe at 1.${minor - 1}`,
      given: setting(name),
      kubernetesVersion: `1.${minor - 1}`,
      podSecurityLevel: 'baseline' as const,
      outcome: 'fail' as const,
    },
  ]),
]);

const patchOf = (given: string) =>
  unsafeSysctls.patch?.(
    judgeCase(unsafeSysctls, { name: 'patch', given, outcome: 'fail' })
      .violations,
  );

it('patches the list away where nothing in it is safe', () => {
  expect(patchOf(setting('kernel.msgmax', 'kernel.sem'))).toEqual({
    securityContext: { sysctls: null },
  });
});

it('has no patch where a safe one would go too', () => {
  expect(
    patchOf(setting('kernel.msgmax', 'net.ipv4.tcp_syncookies')),
  ).toBeUndefined();
});

it('never shows the value of a sysctl', () => {
  const finding = judgeCase(unsafeSysctls, {
    name: 'value',
    given: `
securityContext: { sysctls: [{ name: kernel.msgmax, value: "424242" }] }
containers: [{ name: web }]`,
    outcome: 'fail',
  });
  expect(JSON.stringify(finding)).not.toContain('424242');
});
