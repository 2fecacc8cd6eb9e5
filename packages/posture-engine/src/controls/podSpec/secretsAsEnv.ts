import { Container } from '../../model/container';
import { Breach, defineControl, eachContainer } from '../../kit';

export const secretsAsEnv = defineControl({
  id: 'secrets-as-env',
  title: 'Secrets reach containers as files, not as environment variables',
  failureTitle: 'A Secret is handed over in the environment',
  why: 'Environment variables are inherited by every child process and end up in crash reports and debug pages, and they keep the old value when the Secret is renewed.',
  fix: 'Mount the Secret as a volume and let the program read the file.',
  severity: 'low',
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
    '`env[].valueFrom.secretKeyRef` and `envFrom[].secretRef` of every container.',
  notes:
    'Far better than a literal, which `secrets-in-env` reports; hence the low severity. Many programs read nothing but their environment.',
  examples: {
    pass: [
      `containers:
  - name: web
    volumeMounts: [{ name: db, mountPath: /run/secrets/db, readOnly: true }]
volumes: [{ name: db, secret: { secretName: db } }]`,
    ],
    fail: [
      `containers:
  - name: web
    env:
      - name: DB_PASSWORD
        valueFrom: { secretKeyRef: { name: db, key: password } }`,
      'containers: [{ name: web, envFrom: [{ secretRef: { name: db } }] }]',
    ],
  },
  evaluate: eachContainer(container => [
    ...container.env.flatMap(({ name, secretName, path }) =>
      secretName === undefined
        ? []
        : [
            breach(
              container,
              `${path}.valueFrom.secretKeyRef`,
              `environment variable "${name}"`,
              secretName,
            ),
          ],
    ),
    ...container.envFrom.flatMap(({ secretName, path }) =>
      secretName === undefined
        ? []
        : [
            breach(
              container,
              `${path}.secretRef`,
              'the environment',
              secretName,
            ),
          ],
    ),
  ]),
});

function breach(
  container: Container,
  path: string,
  place: string,
  secretName: string,
): Breach {
  return {
    at: path.slice(container.path.length + 1),
    message: `${place} of container "${container.name}" comes from Secret "${secretName}"`,
    expected: 'a mounted file',
  };
}
