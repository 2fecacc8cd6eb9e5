import { Container } from '../../model/container';
import { Breach, defineControl, eachContainer, keyedPlace } from '../../kit';

const SSH_PORTS: readonly number[] = [22, 2222];
const DAEMON = 'sshd';
/** Characters of one argument that are read for words. */
const MOST_READ = 10_000;

export const sshInContainer = defineControl({
  id: 'ssh-in-container',
  title: 'Containers run no SSH server',
  failureTitle: 'A container runs an SSH server',
  why: 'An SSH server is a second door into the container, with keys and logins that nobody looks after.',
  fix: 'Remove the SSH server and its port; use `kubectl exec`, which asks for rights and leaves a line in the audit log.',
  severity: 'low',
  category: 'network',
  scope: 'container',
  frameworks: { nsa: ['P3'], 'nist-800-190': ['4.4.3'] },
  references: ['https://csrc.nist.gov/pubs/sp/800/190/final'],
  needs: [],
  reads:
    'Container ports 22 and 2222, and the words of `command` and `args` whose base name is `sshd`. Arguments are looked at and never shown.',
  notes:
    'Git servers (Gitea, GitLab Shell) speak SSH as their work: exempt them. Port 2222 is used by other programs now and then.',
  examples: {
    pass: [
      `containers:
  - name: web
    ports: [{ containerPort: 8080 }]`,
    ],
    fail: [
      `containers:
  - name: web
    ports: [{ containerPort: 22 }]`,
      `containers:
  - name: web
    command: [/usr/sbin/sshd, -D]`,
    ],
  },
  evaluate: eachContainer(sshOf),
});

function sshOf(container: Container): Breach[] | undefined {
  const breaches = [...portsOf(container), ...daemonsOf(container)];
  return breaches.length ? breaches : undefined;
}

function portsOf({ ports, name }: Container): Breach[] {
  return ports
    .filter(({ containerPort }) => SSH_PORTS.includes(containerPort ?? 0))
    .map(({ path, containerPort }) => ({
      at: keyedPlace('ports', containerPort, 'containerPort'),
      path: `${path}.containerPort`,
      message: `container "${name}" listens on port ${containerPort}, as SSH does`,
      actual: containerPort,
      expected: 'no SSH port',
    }));
}

function daemonsOf({ commandLine, name, path }: Container): Breach[] {
  return (['command', 'args'] as const).flatMap(list =>
    commandLine[list].flatMap((argument, index) =>
      startsDaemon(argument)
        ? [
            {
              at: `${list}[${DAEMON}]`,
              path: `${path}.${list}[${index}]`,
              message: `container "${name}" starts ${DAEMON}`,
              expected: `no ${DAEMON}`,
            },
          ]
        : [],
    ),
  );
}

function startsDaemon(argument: string): boolean {
  return argument
    .slice(0, MOST_READ)
    .split(/[\s;&|]+/)
    .some(word => word.slice(word.lastIndexOf('/') + 1) === DAEMON);
}
