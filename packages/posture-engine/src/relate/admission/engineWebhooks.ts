import { KubernetesObject } from '../../model/kubernetesObject';
import { unlessMalformed } from '../../kit/unlessMalformed';
import {
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { memoByList } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import { AdmissionPolicy, NamespaceTest, PERHAPS } from './admissionPolicy';
import { weakest } from './coverage';
import { namespaceSelectorAt, selectsSomeObjects } from './namespaceSelector';
import { rulesTakePods } from './resourceRules';

/** Engines that the API server asks over a webhook. */
export type WebhookEngine =
  | 'Kyverno'
  | 'Gatekeeper'
  | 'Kubewarden'
  | 'Sigstore'
  | 'Connaisseur';

/** The services and configurations by which the webhooks of an engine are known, from the charts of each. */
const NAMES: readonly (readonly [WebhookEngine, RegExp])[] = [
  ['Kyverno', /kyverno-svc$|^kyverno-resource-validating-webhook-cfg$/],
  [
    'Gatekeeper',
    /^gatekeeper-webhook-service$|^gatekeeper-validating-webhook-configuration$/,
  ],
  ['Kubewarden', /^policy-server-/],
  ['Sigstore', /^policy\.sigstore\.dev$/],
  ['Connaisseur', /^connaisseur/],
];

/** One webhook of an engine. */
export interface EngineWebhook {
  readonly engine: WebhookEngine;
  /** Whether the API server asks it about the pods of a namespace. */
  readonly asked: NamespaceTest;
  /** True where a pod is refused if the engine does not answer, as is the default. */
  readonly failsClosed: boolean;
}

/** All webhooks of the engines among configurations. One that cannot be read may be asked about anything. */
export const engineWebhooks = memoByList(
  (configurations: readonly KubernetesObject[]): readonly EngineWebhook[] =>
    configurations.flatMap(webhooksOf),
);

/** What Connaisseur refuses is in a ConfigMap of its own, so that no more is known than where it is asked. */
export const connaisseurWebhooks = memoByList(
  (configurations: readonly KubernetesObject[]): readonly AdmissionPolicy[] =>
    configurations.flatMap(configuration =>
      webhooksOf(configuration)
        .filter(({ engine }) => engine === 'Connaisseur')
        .map(({ asked }) => ({
          engine: 'Connaisseur' as const,
          ref: refOf(configuration),
          checks: { signatures: 'unsure' as const },
          covers: asked,
        })),
    ),
);

function webhooksOf(configuration: KubernetesObject): readonly EngineWebhook[] {
  return (
    unlessMalformed(() =>
      objectsAt(configuration, 'webhooks', '').flatMap((webhook, index) =>
        read(configuration, webhook, `webhooks[${index}]`),
      ),
    ) ?? unreadable(configuration)
  );
}

function read(
  { metadata }: KubernetesObject,
  webhook: JsonObject,
  path: string,
): readonly EngineWebhook[] {
  const client = objectOrEmpty(webhook, 'clientConfig', path);
  const service = objectOrEmpty(client, 'service', `${path}.clientConfig`);
  const name = stringAt(service, 'name', `${path}.clientConfig.service`) ?? '';
  const engine = engineOf(name) ?? engineOf(metadata.name);
  if (!engine) return [];
  const always = weakest([
    rulesTakePods(webhook, 'rules', path),
    selectsSomeObjects(webhook, 'objectSelector', path) ||
    objectsAt(webhook, 'matchConditions', path).length > 0
      ? 'unsure'
      : 'covers',
  ]);
  const selected = namespaceSelectorAt(webhook, 'namespaceSelector', path);
  return [
    {
      engine,
      asked: namespace => weakest([always, selected(namespace)]),
      failsClosed: stringAt(webhook, 'failurePolicy', path) !== 'Ignore',
    },
  ];
}

function unreadable({ metadata }: KubernetesObject): readonly EngineWebhook[] {
  const engine = engineOf(metadata.name);
  return engine ? [{ engine, asked: PERHAPS, failsClosed: false }] : [];
}

function engineOf(name: string): WebhookEngine | undefined {
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}
