import { findControl } from 'security-posture-engine';
import { aPod, PRIVILEGED } from '../testing/manifests';
import { runPosture } from '../testing/runPosture';
import { Report, scanJson } from '../testing/scanJson';

const ALL_OUTCOMES = '--outcomes=fail,notEvaluated,pass,notApplicable';

const NAMESPACE = `apiVersion: v1
kind: Namespace
metadata: { name: shop }
`;

const PLATFORM = `apiVersion: v1
kind: Namespace
metadata: { name: platform }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
`;

const EXPOSED_GRAFANA = `apiVersion: v1
kind: Pod
metadata: { name: grafana, namespace: shop, labels: { app: grafana } }
spec: { containers: [{ name: grafana, image: 'grafana/grafana:12.2.0' }] }
---
apiVersion: v1
kind: Service
metadata: { name: grafana, namespace: shop }
spec: { type: LoadBalancer, selector: { app: grafana }, ports: [{ port: 80, targetPort: 3000 }] }
`;

function kindsIn({ findings }: Report): readonly string[] {
  return [...new Set(findings.map(({ resource }) => resource.kind))];
}

function judging(...ids: string[]) {
  return ['-', ALL_OUTCOMES, '--controls', ids.join(',')];
}

describe('--scope', () => {
  it.each([
    ['by default', [], ['platform']],
    ['workload', ['--scope', 'workload'], ['platform']],
    ['cluster', ['--scope', 'cluster'], ['platform', 'shop']],
    ['all', ['--scope', 'all'], ['platform', 'shop']],
  ])(
    '%s judges these namespaces: those in the input, or those that are named too',
    async (_, scope, names) => {
      const { report } = await scanJson(
        ['-', ALL_OUTCOMES, ...scope],
        `${PRIVILEGED}---\n${PLATFORM}`,
      );
      const judged = report.findings.filter(
        ({ control }) => control === 'resource-quota',
      );
      expect(judged.map(({ resource }) => resource.name)).toEqual(names);
      expect(judged.map(({ source }) => source?.document)).toEqual(
        names.map(name => (name === 'platform' ? 2 : undefined)),
      );
    },
  );

  it.each([
    ['workload', ['privileged-container', 'resource-quota']],
    ['cluster', ['ingress-nginx-eol', 'resource-quota']],
    ['all', ['ingress-nginx-eol', 'privileged-container', 'resource-quota']],
  ])('%s runs the controls %j of these', async (scope, expected) => {
    const { report } = await scanJson(
      [
        ...judging(
          'privileged-container',
          'resource-quota',
          'ingress-nginx-eol',
        ),
        ...['--scope', scope],
      ],
      `${PRIVILEGED}---\n${NAMESPACE}`,
    );
    expect(
      [...new Set(report.findings.map(({ control }) => control))].sort(),
    ).toEqual(expected);
  });

  it('judges all that named controls judge, where nothing is said', async () => {
    const { report } = await scanJson(
      judging('ingress-nginx-eol', 'privileged-container'),
      PRIVILEGED,
    );
    expect(kindsIn(report)).toEqual(['Deployment', 'Cluster']);
  });

  it('has no cluster noise by default', async () => {
    const { report } = await scanJson(['-', ALL_OUTCOMES], PRIVILEGED);
    const scopes = new Set(
      report.findings.map(({ control }) => findControl(control)!.scope),
    );
    for (const scope of ['cluster', 'controlPlane', 'node'])
      expect(scopes).not.toContain(scope);
  });

  it.each(['workload', 'cluster', 'all'])(
    '%s judges on its namespace what belongs to no workload',
    async scope => {
      const { report } = await scanJson(
        ['-', '--controls', 'service-exposure', '--scope', scope],
        `${NAMESPACE}---
apiVersion: v1
kind: Service
metadata: { name: forgotten, namespace: shop }
spec: { type: NodePort, selector: { app: gone }, ports: [{ port: 80 }] }
`,
      );
      expect(
        report.findings.map(({ resource, outcome }) => [
          resource.kind,
          resource.name,
          outcome,
        ]),
      ).toEqual([['Namespace', 'shop', 'fail']]);
    },
  );

  it('gives a score for workloads only', async () => {
    const score = async (scope: string) =>
      (
        await scanJson(
          ['-', '--scope', scope],
          `${PRIVILEGED}---\n${NAMESPACE}`,
        )
      ).report.score;
    expect(await score('cluster')).toBeNull();
    const workloads = await score('workload');
    expect(workloads).toMatchObject({ grade: 'F' });
    expect(await score('all')).toEqual(workloads);
  });
});

describe('frameworks and severities', () => {
  it.each([
    ['nsa', 'ClusterRoleBinding'],
    ['cis', 'ClusterRoleBinding'],
    ['owasp-k8s', 'ClusterRoleBinding'],
    ['nist-800-190', 'Namespace'],
  ])('%s takes controls over a %s too', async (framework, kind) => {
    const { report } = await scanJson(
      ['-', ALL_OUTCOMES, '--framework', framework],
      PLATFORM,
    );
    expect(kindsIn(report)).toContain(kind);
  });

  it('a Pod Security Standard judges workloads only', async () => {
    const { report } = await scanJson(
      ['-', ALL_OUTCOMES, '--framework', 'pss-restricted', '--scope', 'all'],
      `${PRIVILEGED}---\n${PLATFORM}`,
    );
    expect(kindsIn(report)).toEqual(['Deployment']);
  });

  it('fails a call by the findings of every kind', async () => {
    const { exitCode, report } = await scanJson(
      ['-', '--controls', 'rbac-cluster-admin', '--fail-on', 'critical'],
      PLATFORM,
    );
    expect(report.findings.map(({ resource }) => resource)).toEqual([
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        name: 'admins',
      },
    ]);
    expect(exitCode).toBe(1);
  });
});

describe('what manifests cannot show', () => {
  const OLD_VERSION = ['--kubernetes-version', '1.22'];
  const WITH_SUBPATH = aPod('web').replace(
    '{ name: web }]',
    '{ name: web, volumeMounts: [{ name: data, mountPath: /data, subPath: web }] }]',
  );

  it('is one finding of the cluster per control, whatever the number of subjects', async () => {
    const { report } = await scanJson(
      [
        ...judging('subpath-cve-2021-25741', 'privileged-container'),
        ...OLD_VERSION,
      ],
      `${WITH_SUBPATH}---\n${WITH_SUBPATH.replace('name: web', 'name: api')}`,
    );
    expect(
      report.findings.filter(
        ({ control }) => control === 'subpath-cve-2021-25741',
      ),
    ).toEqual([
      expect.objectContaining({
        outcome: 'notEvaluated',
        reason: 'partial',
        resource: { apiVersion: '', kind: 'Cluster', name: 'input' },
        violations: [],
      }),
    ]);
    expect(kindsIn(report)).toEqual(['Pod', 'Cluster']);
  });

  it('is one finding of the cluster too where a person has to answer', async () => {
    const { report } = await scanJson(
      judging('namespace-boundaries'),
      [NAMESPACE, PRIVILEGED]
        .flatMap(text => [text, text.replace(/shop/g, 'bank')])
        .join('---\n'),
    );
    expect(
      report.findings.map(({ resource, reason }) => [resource.kind, reason]),
    ).toEqual([['Cluster', 'manual']]);
  });

  it('is a finding of the workload where a person has to look at that', async () => {
    const { report } = await scanJson(
      judging('management-interface-exposed'),
      EXPOSED_GRAFANA,
    );
    expect(
      report.findings.map(({ resource, reason }) => [resource.name, reason]),
    ).toEqual([['grafana', 'manual']]);
  });

  it('says what is missing in the report for people', async () => {
    const { stdout } = await runPosture(
      ['scan', '-', '--controls', 'subpath-cve-2021-25741', ...OLD_VERSION],
      { stdin: WITH_SUBPATH },
    );
    expect(stdout).toMatch(
      /^Cluster input\n {2}not evaluated {2}subpath-cve-2021-25741 /,
    );
    expect(stdout).toContain('not in manifests: nodes');
    expect(stdout).toContain('1 question not evaluated');
  });
});

describe('places of other objects', () => {
  it('are given as file and line', async () => {
    const { stdout } = await runPosture(
      ['scan', '-', '--controls', 'ingress-nginx-eol'],
      {
        stdin: `${NAMESPACE}---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: controller, namespace: ingress-nginx }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: registry.k8s.io/ingress-nginx/controller:v1.13.0
`,
      },
    );
    expect(stdout).toMatch(/\n +-:\d+\n/);
    expect(stdout).toContain('1 cluster, 1 high finding');
  });
});
