import { Container } from '../../model/container';
import { Breach, defineControl, eachContainer } from '../../kit';
import { credentialArguments } from '../../detect/credentialArguments';
import { isCredential } from '../../detect/credentials';

const LITERAL = 'a literal';

export const secretsInEnv = defineControl({
  id: 'secrets-in-env',
  title: 'Pod specs hold no credentials in environment values or arguments',
  failureTitle: 'A credential stands in the pod spec as a literal',
  why: 'Whoever may read the workload, its manifest or its repository reads the credential with it.',
  fix: 'Move the value to a Secret, give the workload a new credential, and refer to it by `valueFrom.secretKeyRef` or mount it as a file.',
  severity: 'high',
  category: 'podSpec',
  scope: 'container',
  frameworks: {
    nsa: ['N7'],
    cis: { '1.12': ['5.4.1'] },
    'nist-800-190': ['4.1.4'],
    'owasp-k8s': ['K03'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/configuration/secret/',
    'https://kubernetes.io/docs/concepts/security/secrets-good-practices/',
  ],
  needs: [],
  reads:
    'Literal `env` values, `command` and `args` of every container. A value counts where it has the shape of a known key or token or is a URL with user and password; or where the name of the variable or flag says credential and the value could be one: no path, plain URL, number, duration, boolean, reference or template, and at least eight characters, or any length where the name ends in a word for password.',
  notes:
    'The value is neither stored nor shown, nor is a hash of it. `secretKeyRef` and `envFrom` are never reported here: they are the remedy. Names such as `TOKEN_FILE` or `SECRET_NAME` say where a secret lies and pass. A placeholder such as `changeme` fails like the password that it may well be.',
  examples: {
    pass: [
      `containers:
  - name: web
    env:
      - name: DB_PASSWORD
        valueFrom: { secretKeyRef: { name: db, key: password } }
      - { name: DB_PASSWORD_FILE, value: /run/secrets/db }`,
    ],
    fail: [
      `containers:
  - name: web
    env: [{ name: DB_PASSWORD, value: hunter2 }]`,
      `containers:
  - name: web
    args: ["--dsn=postgres://shop:hunter2@db/shop"]`,
    ],
  },
  evaluate: eachContainer(container => [
    ...environmentBreaches(container),
    ...argumentBreaches(container),
  ]),
});

function environmentBreaches(container: Container): Breach[] {
  return container.env.flatMap(({ name, value, path }) =>
    value !== undefined && isCredential(name, value)
      ? [
          breach(
            container,
            `${path}.value`,
            `environment variable "${name}" of container "${container.name}" holds a credential`,
          ),
        ]
      : [],
  );
}

function argumentBreaches(container: Container): Breach[] {
  const { command, args } = container.commandLine;
  if (command.length === 0 && args.length === 0) return [];
  return credentialArguments([...command, ...args]).map(({ index, flag }) => {
    const place =
      index < command.length
        ? `command[${index}]`
        : `args[${index - command.length}]`;
    return breach(
      container,
      `${container.path}.${place}`,
      flag === undefined
        ? `an argument of container "${container.name}" holds a credential`
        : `flag "${flag}" of container "${container.name}" holds a credential`,
    );
  });
}

function breach(container: Container, path: string, message: string): Breach {
  return {
    at: path.slice(container.path.length + 1),
    message,
    actual: LITERAL,
    expected: 'a reference to a Secret',
  };
}
