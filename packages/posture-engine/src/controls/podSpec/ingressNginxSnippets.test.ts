import { judgeCase, testControl } from '../../testing';
import { ingressNginxSnippets } from './ingressNginxSnippets';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { metadata: { labels: { app: web, tier: front } }, spec: { containers: [{ name: web }] } } }`;
const service = (spec: string, namespace = 'shop') => `apiVersion: v1
kind: Service
metadata: { name: web, namespace: ${namespace} }
spec: ${spec}`;
const SERVICE = service('{ selector: { app: web } }');
const RULES =
  '{ rules: [{ http: { paths: [{ path: /, backend: { service: { name: web } } }] } }] }';
const SNIPPET = 'nginx.ingress.kubernetes.io/configuration-snippet';
const ingress = (annotation: string, spec = RULES, version = 'v1') =>
  `apiVersion: networking.k8s.io/${version}
kind: Ingress
metadata: { name: web, namespace: shop, annotations: { ${annotation}: "more_set_headers canary;" } }
spec: ${spec}`;
const INGRESS = ingress(SNIPPET);
const controller = (
  tag: string,
  args = '[--configmap=$(POD_NAMESPACE)/config]',
) =>
  `apiVersion: apps/v1
kind: Deployment
metadata: { name: controller, namespace: edge }
spec: { template: { spec: { containers: [{ name: c, image: "registry.k8s.io/ingress-nginx/controller${tag}", args: ${args} }] } } }`;
const config = (value: string, namespace = 'edge') => `apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: ${namespace} }
data: { allow-snippet-annotations: "${value}" }`;
const given = (...documents: string[]) => documents.join('\n---\n');
const behind = (...documents: string[]) =>
  given(WEB, SERVICE, INGRESS, ...documents);

testControl(ingressNginxSnippets, [
  {
    name: 'below 1.9.0 snippets are allowed where nothing is set',
    given: behind(controller(':v1.8.5')),
    outcome: 'fail',
    severity: 'high',
    at: ['metadata.name'],
    message: `Ingress "web" brings configuration in ${SNIPPET}, and the controller runs it`,
  },
  {
    name: 'from 1.9.0 they are not',
    given: behind(controller(':v1.9.0')),
    outcome: 'pass',
    note: 'the controller ignores snippet annotations',
  },
  {
    name: 'allowed by the ConfigMap',
    given: behind(controller(':v1.12.1'), config('true')),
    outcome: 'fail',
  },
  {
    name: 'refused by the ConfigMap',
    given: behind(controller(':v1.8.5'), config('false')),
    outcome: 'pass',
  },
  {
    name: 'a ConfigMap in a namespace that the flag names',
    given: behind(
      controller(':v1.12.1', '["--configmap=conf/config"]'),
      config('true', 'conf'),
    ),
    outcome: 'fail',
  },
  {
    name: 'a ConfigMap that the controller does not read',
    given: behind(controller(':v1.12.1', '[]'), config('true')),
    outcome: 'pass',
  },
  {
    name: 'below 0.49.1 the setting does not exist',
    given: behind(controller(':v0.49.0'), config('false')),
    unread: { configMaps: 'probeOff' },
    outcome: 'fail',
  },
  {
    name: '0.49.1 obeys the setting',
    given: behind(controller(':v0.49.1'), config('false')),
    outcome: 'pass',
  },
  {
    name: 'neither does it at 1.0.0',
    given: behind(controller(':v1.0.0'), config('false')),
    outcome: 'fail',
  },
  {
    name: 'the most permissive controller decides',
    given: behind(
      controller(':v1.12.1'),
      controller(':v1.8.0').replace('name: controller', 'name: second'),
    ),
    outcome: 'fail',
  },
  {
    name: 'ConfigMaps that are not read',
    given: behind(controller(':v1.12.1')),
    unread: { configMaps: 'probeOff' },
    outcome: 'notEvaluated',
    reason: 'probeOff',
  },
  {
    name: 'ConfigMaps are not read where no Ingress has a snippet',
    given: given(
      WEB,
      SERVICE,
      ingress('nginx.ingress.kubernetes.io/rewrite-target'),
      controller(':v1.8.0'),
    ),
    unread: { configMaps: 'probeOff' },
    outcome: 'pass',
  },
  {
    name: 'a tag without version, and nothing set',
    given: behind(controller(':main')),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'a tag without version, and snippets refused',
    given: behind(controller(':main'), config('false')),
    outcome: 'pass',
  },
  {
    name: 'snippets of other products',
    given: given(
      WEB,
      SERVICE,
      ingress('haproxy.org/backend-config-snippet'),
      controller(':v1.8.0'),
    ),
    outcome: 'pass',
  },
  {
    name: 'another product by its image',
    given: behind(
      controller(':v1.8.0').replace(
        'registry.k8s.io/ingress-nginx/controller',
        'example.com/acme/ingress-controller',
      ),
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'no Ingress at all',
    given: given(WEB, SERVICE, controller(':v1.8.0')),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  ...[
    [
      'a Service that selects other pods',
      '{ selector: { app: web, tier: back } }',
    ],
    ['a Service without selector', '{ ports: [{ port: 80 }] }'],
    [
      'a Service of an external name',
      '{ type: ExternalName, externalName: a.example.com, selector: { app: web } }',
    ],
  ].map(([name, spec]) => ({
    name,
    given: given(WEB, service(spec), INGRESS, controller(':v1.8.0')),
    outcome: 'notApplicable' as const,
    reason: 'nothingToJudge' as const,
  })),
  {
    name: 'a Service of the same name in another namespace',
    given: given(
      WEB,
      service('{ selector: { app: web } }', 'bank'),
      INGRESS,
      controller(':v1.8.0'),
    ),
    outcome: 'notApplicable',
    reason: 'nothingToJudge',
  },
  {
    name: 'a default backend leads to the pods too',
    given: given(
      WEB,
      SERVICE,
      ingress(SNIPPET, '{ defaultBackend: { service: { name: web } } }'),
      controller(':v1.8.0'),
    ),
    outcome: 'fail',
  },
  {
    name: 'so does a backend of v1beta1',
    given: given(
      WEB,
      SERVICE,
      ingress(
        SNIPPET,
        '{ rules: [{ http: { paths: [{ backend: { serviceName: web, servicePort: 80 } }] } }] }',
        'v1beta1',
      ),
      controller(':v1.8.0'),
    ),
    outcome: 'fail',
  },
  {
    name: 'Ingresses that cannot be listed',
    given: behind(controller(':v1.8.0')),
    unread: { ingresses: 'forbidden' },
    outcome: 'notEvaluated',
    reason: 'forbidden',
  },
  {
    name: 'an Ingress of the wrong shape is no pass',
    given: given(
      WEB,
      SERVICE,
      ingress(SNIPPET, '{ rules: web }'),
      controller(':v1.8.0'),
    ),
    outcome: 'notEvaluated',
    reason: 'parseError',
  },
  ...(
    [
      ['v0.48.1', 'fail'],
      ['v0.49.1', 'fail'],
      ['v1.0.0', 'fail'],
      ['v1.11.4', 'fail'],
      ['v1.11.5', 'pass'],
      ['v1.11.10-hardened1', 'pass'],
      ['v1.12.0', 'fail'],
      ['1.12.1', 'pass'],
      ['v1.13.0', 'pass'],
      ['v2.0.0', 'pass'],
    ] as const
  ).map(([tag, outcome]) => ({
    name: `the controller itself at ${tag}`,
    given: controller(`:${tag}`),
    outcome,
  })),
  {
    name: 'the controller itself without a version',
    given: controller(`@sha256:${'a1'.repeat(32)}`),
    outcome: 'notEvaluated',
    reason: 'partial',
  },
  {
    name: 'the controller names its image',
    given: controller(':v1.12.0'),
    outcome: 'fail',
    at: ['spec.template.spec.containers[0].image'],
  },
]);

it('shows no annotation value', () => {
  const finding = judgeCase(ingressNginxSnippets, {
    name: '',
    given: behind(controller(':v1.8.5')),
    outcome: 'fail',
  });
  expect(finding.outcome).toBe('fail');
  expect(JSON.stringify(finding)).not.toContain('canary');
});
