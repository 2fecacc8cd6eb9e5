import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { ImageSubject, ImageUse } from '../../model/judgedSubject';
import { KubernetesObject } from '../../model/kubernetesObject';
import {
  defineImageControl,
  effective,
  fail,
  notEvaluated,
  pass,
  unlessMissing,
} from '../../kit';
import {
  objectResultKey,
  PolicyReportResult,
  policyReportResults,
} from '../../relate/policyReportResults';

/** The check of an image's user, as trivy and those that print its results spell it. */
const USER_CHECK = /^(?:AVD-)?DS-?0*2$/i;

type Context = ControlContext<'policyReports' | 'openReports'>;

export const imageRunsAsRoot = defineImageControl({
  id: 'image-runs-as-root',
  title: 'Images name a user other than root',
  failureTitle: 'The image runs as root unless its pod says otherwise',
  why: 'An image that names its own user is safe wherever it runs, also where somebody forgets the security context.',
  fix: 'End the Dockerfile with `USER 10001` and let that user own what the program writes.',
  severity: 'low',
  category: 'image',
  scope: 'image',
  optional: true,
  frameworks: {
    nsa: ['P1', 'P3'],
    'nist-800-190': ['4.1.2'],
    'owasp-k8s': ['K01'],
  },
  references: ['https://docs.docker.com/reference/dockerfile/#user'],
  needs: ['policyReports', 'openReports'],
  reads:
    'Results of trivy check DS-0002 (the user of the image configuration) about the workloads that use the image, in PolicyReports and reports of OpenReports. Where every container that uses the image sets a user above 0 or asks for a user other than root, the image passes whatever its own user is.',
  notes:
    'trivy-operator does not check image configurations by default: without such reports only images whose pods all name a user have a verdict.',
  examples: {
    pass: [
      {
        given: runningWith('securityContext: { runAsUser: 10001 }', 'fail'),
        surroundings: { fromCluster: true },
      },
    ],
    fail: [
      {
        given: runningWith('imagePullPolicy: Always', 'fail'),
        surroundings: { fromCluster: true },
      },
    ],
    notEvaluated: [
      {
        given: runningWith('imagePullPolicy: Always', 'fail').split('---')[0],
        surroundings: { fromCluster: true },
      },
    ],
  },
  evaluate(image, { inventory }: Context): Judgement {
    if (image.uses.every(namesUser)) return pass('every pod names a user');
    const lists = [() => inventory.policyReports, () => inventory.openReports];
    const results = lists.flatMap(read =>
      resultsAbout(image, unlessMissing(read) ?? []),
    );
    const failed = results.find(({ result }) => result === 'fail');
    if (failed)
      return fail([
        {
          path: failed.place,
          field: 'config.User',
          message: 'the image names no user, or root',
          expected: 'a user other than root',
        },
      ]);
    if (results.some(({ result }) => result === 'pass')) return pass();
    // A list that was not read might hold a result: reading it again says why it was not.
    lists.forEach(read => read());
    return notEvaluated('noReport');
  },
});

function namesUser({ workload, container }: ImageUse): boolean {
  const own = workload.containers.find(({ name }) => name === container);
  if (!own) return false;
  const user = effective('runAsUser', own, workload).value;
  return user === undefined
    ? effective('runAsNonRoot', own, workload).value === true
    : user > 0;
}

/** A result names a workload, not a container: it is about the image where the workload runs no other. */
function resultsAbout(
  { uses }: ImageSubject,
  reports: readonly KubernetesObject[],
): PolicyReportResult[] {
  const results = policyReportResults(reports);
  const workloads = new Set(uses.map(({ workload }) => workload));
  return [...workloads]
    .filter(
      workload =>
        workload.containers.length ===
        uses.filter(use => use.workload === workload).length,
    )
    .flatMap(({ subject, namespace }) =>
      (
        results.get(objectResultKey(subject.kind, namespace, subject.name)) ??
        []
      ).filter(
        ({ policy, rule }) => USER_CHECK.test(policy) || USER_CHECK.test(rule),
      ),
    );
}

function runningWith(container: string, result: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    spec:
      containers: [{ name: web, image: "registry.example.com/web:1.4", ${container} }]
---
apiVersion: wgpolicyk8s.io/v1alpha2
kind: PolicyReport
metadata: { name: trivy-web, namespace: shop }
results:
  - source: trivy
    policy: AVD-DS-0002
    result: ${result}
    resources: [{ kind: Deployment, name: web, namespace: shop }]`;
}
