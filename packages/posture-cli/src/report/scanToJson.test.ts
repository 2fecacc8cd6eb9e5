import { aFolder, removeFolders } from '../testing/aFolder';
import { PRIVILEGED } from '../testing/manifests';
import { runPosture } from '../testing/runPosture';

afterEach(removeFolders);

/** Keys of each part of the contract: those that are always there, and those that may be. */
const CONTRACT = {
  report: [
    'schema kubernetesVersion library resources findings score errors',
    '',
  ],
  finding: [
    'id control severity outcome resource violations',
    'reason consequenceOf source patch',
  ],
  resource: ['apiVersion kind name', 'namespace'],
  source: ['file document line', ''],
  violation: ['path message', 'container actual expected line'],
  score: ['value grade coverage', ''],
  error: ['file message', 'document line'],
} as const;

type Json = Record<string, unknown>;

function expectKeys(part: keyof typeof CONTRACT, json: unknown) {
  const [always, maybe] = CONTRACT[part].map(keys =>
    keys.split(' ').filter(Boolean),
  );
  const keys = Object.keys(json as Json);
  expect(keys).toEqual(expect.arrayContaining(always));
  expect(keys.filter(key => ![...always, ...maybe].includes(key))).toEqual([]);
}

const INPUT = `${PRIVILEGED}---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  jobTemplate:
    spec:
      template:
        spec:
          hostNetwork: true
          containers:
            - name: job
              ports: [{ containerPort: 80, hostPort: 80 }]
              securityContext: { runAsUser: "0" }
---
[`;

async function report(...argv: string[]) {
  const folder = aFolder({ 'web.yaml': INPUT });
  const run = await runPosture(['scan', folder, '--format', 'json', ...argv]);
  return { json: JSON.parse(run.stdout) as Json, folder };
}

function findingsOf(json: Json) {
  return json.findings as (Json & {
    source: Json;
    violations: Json[];
    patch?: Json;
  })[];
}

describe('the JSON report', () => {
  it('has exactly the keys of posture.scan/v1', async () => {
    const { json } = await report(
      ...['--scope', 'all'],
      ...['--outcomes', 'fail,notEvaluated,pass,notApplicable'],
    );
    expectKeys('report', json);
    expect(json).toMatchObject({
      schema: 'posture.scan/v1',
      kubernetesVersion: '1.36',
      library: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      resources: 2,
    });
    expectKeys('score', json.score);
    for (const error of json.errors as Json[]) expectKeys('error', error);
    for (const finding of findingsOf(json)) {
      expectKeys('finding', finding);
      expectKeys('resource', finding.resource);
      if (finding.source) expectKeys('source', finding.source);
      for (const violation of finding.violations)
        expectKeys('violation', violation);
      expect('reason' in finding).toBe(
        ['notEvaluated', 'notApplicable'].includes(finding.outcome as string),
      );
    }
  });

  it('says all about one finding', async () => {
    const { json, folder } = await report('--controls', 'privileged-container');
    expect(findingsOf(json)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        control: 'privileged-container',
        severity: 'critical',
        outcome: 'fail',
        resource: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'shop',
          name: 'web',
        },
        source: { file: `${folder}/web.yaml`, document: 1, line: 1 },
        violations: [
          {
            path: 'spec.template.spec.containers[0].securityContext.privileged',
            container: 'web',
            message: expect.stringContaining('"web"'),
            actual: true,
            expected: false,
            line: 12,
          },
        ],
        patch: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'web', namespace: 'shop' },
          spec: {
            template: {
              spec: {
                containers: [
                  { name: 'web', securityContext: { privileged: false } },
                ],
              },
            },
          },
        },
      },
    ]);
  });

  it('gives the cluster no source and a name of its own', async () => {
    const { json } = await report(
      ...['--scope', 'cluster', '--outcomes', 'fail,pass,notApplicable'],
    );
    const ofCluster = findingsOf(json).filter(
      ({ control }) => control === 'ingress-nginx-eol',
    );
    expect(ofCluster.map(({ resource }) => resource)).toEqual([
      { apiVersion: '', kind: 'Cluster', name: 'input' },
    ]);
    for (const finding of findingsOf(json))
      expect(finding).not.toHaveProperty('source');
    expect(json.score).toBeNull();
  });

  it('names causes, and the nearest line that is there', async () => {
    const { json } = await report();
    const ofCronJob = findingsOf(json).filter(
      ({ source }) => source?.document === 2,
    );
    expect(
      ofCronJob.find(({ control }) => control === 'host-port'),
    ).toMatchObject({
      consequenceOf: 'host-network',
      violations: [{ line: 25 }],
    });
    expect(
      ofCronJob.find(({ control }) => control === 'drop-all-capabilities'),
    ).toMatchObject({ source: { line: 14 }, violations: [{ line: 26 }] });
    expect(
      ofCronJob.find(({ control }) => control === 'run-as-root-user'),
    ).toMatchObject({ outcome: 'notEvaluated', reason: 'parseError' });
  });

  it('is sorted by document, severity and control, with ids of their own', async () => {
    const { json } = await report();
    const all = findingsOf(json);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const findings = all.filter(({ source }) => source);
    expect(new Set(findings.map(({ source }) => source.document))).toEqual(
      new Set([1, 2]),
    );
    const ranks = ['critical', 'high', 'medium', 'low', 'info'];
    const keys = findings.map(({ source, severity, control }) => [
      source.document as number,
      ranks.indexOf(severity as string),
      control as string,
    ]);
    expect(keys).toEqual(
      [...keys].sort((left, right) =>
        left.join(' ') < right.join(' ') ? -1 : 1,
      ),
    );
  });

  it('is the same at every call', async () => {
    const folder = aFolder({ 'web.yaml': INPUT });
    const argv = ['scan', folder, '--format', 'json', '--scope', 'all'];
    const first = await runPosture(argv);
    expect(await runPosture(argv)).toEqual(first);
  });
});

describe('no value of the input shows', () => {
  const SECRETS = ['hunter2hunter2', 'AKIAQWERTYUIOPASDFGH', 'tok-5f3a9c'];
  const INPUT_WITH_SECRETS = `apiVersion: v1
kind: Pod
metadata: { name: web, annotations: { note: ${SECRETS[2]} } }
spec:
  containers:
    - name: web
      args: [--password=${SECRETS[0]}]
      env: [{ name: DB_PASSWORD, value: ${SECRETS[0]} }]
      envFrom: [{ configMapRef: { name: web } }]
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
data: { AWS_KEY: ${SECRETS[1]} }
---
apiVersion: v1
kind: Secret
metadata: { name: web }
stringData: { token: ${SECRETS[2]}, "${SECRETS[0]} }
---
${SECRETS[1]}
---
a: [${SECRETS[2]}
---
{{ ${SECRETS[0]} }}: x
`;

  it.each(['json', 'table'])('in %s', async format => {
    const run = await runPosture(
      ['scan', '-', '--format', format, '--outcomes', 'fail,pass,notEvaluated'],
      { stdin: INPUT_WITH_SECRETS },
    );
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toContain('secrets-in-env');
    expect(run.stdout).toContain('secrets-in-configmap');
    for (const secret of SECRETS)
      expect(run.stdout + run.stderr).not.toContain(secret);
  });
});
