import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { Workload } from '../../model/workload';
import {
  defineControl,
  fail,
  notApplicable,
  notEvaluated,
  pass,
} from '../../kit';
import { ingressesOfWorkload } from '../../relate/ingressesOfWorkload';
import {
  allowsSnippets,
  cannotRefuseSnippets,
  controllersOf,
  IngressNginxController,
  ingressNginxControllers,
  isOlder,
} from '../../relate/ingressNginx';

type Context = ControlContext<
  'ingresses' | 'services' | 'workloads' | 'configMaps'
>;

const SNIPPET = /^nginx\.ingress\.kubernetes\.io\/[a-z-]+-snippet$/;
const UNKNOWN_VERSION = 'the tag of the controller names no version';

export const ingressNginxSnippets = defineControl({
  id: 'ingress-nginx-snippets',
  title: 'ingress-nginx runs no configuration that Ingresses bring along',
  failureTitle: 'ingress-nginx lets Ingresses run code in the controller',
  why: 'A snippet annotation becomes a part of the configuration of the controller, so whoever may write an Ingress can read every Secret that the controller can.',
  fix: 'Replace the snippet annotations by the annotations made for the purpose, set `allow-snippet-annotations: "false"` in the ConfigMap of the controller, and update the controller to 1.12.1 or newer (1.11.5 on the older line).',
  severity: 'high',
  category: 'podSpec',
  scope: 'workload',
  frameworks: {
    nsa: ['U1'],
    'nist-800-190': ['4.4.1'],
    'owasp-k8s': ['K07'],
  },
  references: [
    'https://github.com/kubernetes/ingress-nginx/issues/7837',
    'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  ],
  needs: ['ingresses', 'services', 'workloads', 'configMaps'],
  reads:
    'For a workload behind an Ingress: the annotations `nginx.ingress.kubernetes.io/…-snippet` of the Ingresses whose Services select its pods, and whether an ingress-nginx controller of the cluster obeys them: by its version, by `allow-snippet-annotations` in the ConfigMap that `--configmap` names, else by the default, which is yes below 1.9.0. For the controller itself: the version in its image tag.',
  notes:
    'A controller fails below 0.49.1 and at 1.0.0, which cannot refuse snippets (CVE-2021-25742), and below 1.11.5 and at 1.12.0 (CVE-2025-1974). The version is the finding of the controller, not of each service behind it. Where several controllers run, the most permissive one decides. Products of other makers with similar image names are not meant. ConfigMaps are read from clusters only where the configuration asks for it.',
  examples: {
    pass: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: controller, namespace: ingress-nginx }
spec:
  template:
    spec:
      containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.12.1" }]`,
    ],
    fail: [
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations: { nginx.ingress.kubernetes.io/server-snippet: "return 200;" }
spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: controller, namespace: ingress-nginx }
spec:
  template:
    spec:
      containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.8.1" }]`,
      `apiVersion: apps/v1
kind: Deployment
metadata: { name: controller, namespace: ingress-nginx }
spec:
  template:
    spec:
      containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.11.4" }]`,
    ],
    notApplicable: ['containers: [{ name: web }]'],
  },
  evaluate(workload, context: Context): Judgement {
    const own = controllersOf(workload);
    return own.length
      ? judgeControllers(own)
      : judgeIngresses(workload, context);
  },
});

function judgeControllers(own: readonly IngressNginxController[]): Judgement {
  const violations = own.flatMap(versionViolation);
  if (violations.length) return fail(violations);
  return own.every(({ version }) => version)
    ? pass()
    : notEvaluated('partial', UNKNOWN_VERSION);
}

function versionViolation({
  container,
  version,
}: IngressNginxController): Violation[] {
  const message = version && weaknessOf(version);
  if (!message) return [];
  return [
    {
      path: `${container.path}.image`,
      container: container.name,
      field: 'image',
      message,
      actual: container.image,
      expected: '1.12.1 or newer, or 1.11.5',
    },
  ];
}

function weaknessOf(
  version: NonNullable<IngressNginxController['version']>,
): string | undefined {
  if (cannotRefuseSnippets(version))
    return 'this version of ingress-nginx cannot refuse snippet annotations (CVE-2021-25742)';
  return isOlder(version, [1, 11, 5]) || version.join('.') === '1.12.0'
    ? 'this version of ingress-nginx runs code that any pod can send it (CVE-2025-1974)'
    : undefined;
}

function judgeIngresses(workload: Workload, { inventory }: Context): Judgement {
  const ingresses = ingressesOfWorkload(
    workload,
    inventory.ingresses,
    inventory.services,
  );
  if (ingresses.length === 0) return notApplicable('nothingToJudge');
  const controllers = ingressNginxControllers(inventory.workloads);
  if (controllers.length === 0)
    return notApplicable(
      'nothingToJudge',
      'no ingress-nginx controller runs here',
    );
  const violations = ingresses.flatMap(snippetViolations);
  if (violations.length === 0) return pass();
  const answers = controllers.map(controller =>
    allowsSnippets(controller, () => inventory.configMaps),
  );
  if (answers.includes(true)) return fail(violations);
  return answers.includes(undefined)
    ? notEvaluated('partial', UNKNOWN_VERSION)
    : pass('the controller ignores snippet annotations');
}

function snippetViolations({ metadata }: KubernetesObject): Violation[] {
  return Object.keys(metadata.annotations ?? {})
    .filter(key => SNIPPET.test(key) && metadata.annotations?.[key])
    .sort()
    .map(key => ({
      path: 'metadata.name',
      field: `Ingress ${metadata.name} ${key}`,
      message: `Ingress "${metadata.name}" brings configuration in ${key}, and the controller runs it`,
      expected: 'no snippet annotation',
    }));
}
