import { judgeCase, testControl } from '../../testing';
import { sshInContainer } from './sshInContainer';

const pod = (rest: string, list = 'containers') => `${
  list === 'containers' ? '' : 'containers: [{ name: web }]\n'
}${list}:
  - { name: ssh, ${rest} }`;

testControl(sshInContainer, [
  {
    name: 'port 22',
    given: pod('ports: [{ containerPort: 22 }]'),
    outcome: 'fail',
    at: ['spec.template.spec.containers[0].ports[0].containerPort'],
    message: 'container "ssh" listens on port 22, as SSH does',
  },
  {
    name: 'port 2222 of an init container',
    given: pod('ports: [{ containerPort: 2222 }]', 'initContainers'),
    outcome: 'fail',
  },
  {
    name: 'another port',
    given: pod('ports: [{ containerPort: 8022 }]'),
    outcome: 'pass',
  },
  {
    name: 'the daemon by its path',
    given: pod('command: [/usr/sbin/sshd, -D]'),
    outcome: 'fail',
    at: ['spec.template.spec.containers[0].command[0]'],
    message: 'container "ssh" starts sshd',
  },
  {
    name: 'the daemon within a shell',
    given: pod('args: ["-c", "ssh-keygen -A; exec /usr/sbin/sshd -D"]'),
    outcome: 'fail',
    at: ['spec.template.spec.containers[0].args[1]'],
  },
  {
    name: 'a program whose name only holds the letters',
    given: pod('command: [/usr/bin/sshd-exporter, --name=sshd]'),
    outcome: 'pass',
  },
  {
    name: 'an ephemeral container, which counts for nothing',
    given: pod('command: [sshd]', 'ephemeralContainers'),
    outcome: 'fail',
    severity: 'info',
  },
  { name: 'no ports and no command', given: pod('tty: true'), outcome: 'pass' },
  {
    name: 'null for both',
    given: pod('ports: null, command: null, args: null'),
    outcome: 'pass',
  },
  {
    name: 'a command of the wrong type',
    given: pod('command: sshd'),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
]);

it('shows no argument', () => {
  const finding = judgeCase(sshInContainer, {
    name: '',
    given: pod('args: ["-c", "sshd -o Password=do-not-show"]'),
    outcome: 'fail',
  });
  expect(finding.outcome).toBe('fail');
  expect(JSON.stringify(finding)).not.toContain('do-not-show');
});
