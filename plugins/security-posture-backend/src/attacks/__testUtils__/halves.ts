import { Entity } from '@backstage/catalog-model';
import { KubernetesObject } from 'security-posture-engine';

/** The label of the catalog entities that the half-blind may see. */
export const SEEN_LABEL = 'example.com/half';

/** What every name of the hidden half holds, and none of the visible half. */
export const HIDDEN = /umbra/i;

/** The namespace of all workloads. */
export const NAMESPACE = 'shop';

/** The cluster of all workloads. */
export const CLUSTER = 'prod-eu';

/** A cluster that was never swept. */
export const OTHER_CLUSTER = 'prod-us';

const LABEL_SELECTOR = 'backstage.io/kubernetes-label-selector';

function anEntity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  annotations: Readonly<Record<string, string>> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      title: `The ${name}`,
      ...(HIDDEN.test(name) ? {} : { labels: { [SEEN_LABEL]: 'seen' } }),
      annotations: {
        'backstage.io/managed-by-location': 'url:http://example.com',
        'backstage.io/managed-by-origin-location': 'url:http://example.com',
        ...annotations,
      },
    },
    spec,
  };
}

function aGroup(name: string, parent?: string): Entity {
  return anEntity('Group', name, {
    type: 'team',
    children: [],
    ...(parent ? { parent } : {}),
  });
}

/** Workloads of a component that are not just the one of its name. */
const WORKLOADS_OF: Readonly<Record<string, readonly string[]>> = {
  'lumen-cart': ['lumen-cart', 'common'],
  'umbra-vault': ['umbra-vault', 'common'],
};

function aComponent(name: string, owner: string, system: string): Entity {
  const apps = WORKLOADS_OF[name] ?? [name];
  return anEntity(
    'Component',
    name,
    { type: 'service', lifecycle: 'production', owner, system },
    { [LABEL_SELECTOR]: `app in (${apps.join(', ')})` },
  );
}

/**
 * A catalog of two halves. A hidden group, division, system and domain stand above visible entities,
 * a visible team and system have hidden members, and a workload belongs to an entity of either half.
 */
export const WHOLE_CATALOG: readonly Entity[] = [
  aGroup('umbra-division'),
  aGroup('lumen-team', 'umbra-division'),
  aGroup('umbra-team', 'lumen-team'),
  anEntity('Domain', 'umbra-domain', { owner: 'umbra-team' }),
  anEntity('System', 'lumen-shop', {
    owner: 'lumen-team',
    domain: 'umbra-domain',
  }),
  anEntity('System', 'umbra-bank', { owner: 'umbra-team' }),
  aComponent('lumen-cart', 'lumen-team', 'lumen-shop'),
  aComponent('lumen-web', 'lumen-team', 'lumen-shop'),
  aComponent('umbra-ledger', 'lumen-team', 'lumen-shop'),
  aComponent('umbra-vault', 'umbra-team', 'umbra-bank'),
];

/** The same catalog, had there never been a hidden half. */
export const VISIBLE_CATALOG: readonly Entity[] = [
  aGroup('lumen-team'),
  anEntity('System', 'lumen-shop', { owner: 'lumen-team' }),
  aComponent('lumen-cart', 'lumen-team', 'lumen-shop'),
  aComponent('lumen-web', 'lumen-team', 'lumen-shop'),
];

function aDeployment(app: string): KubernetesObject {
  const labels = { app };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: app, namespace: NAMESPACE, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: app,
          hostNetwork: app.endsWith('cart'),
          containers: [
            {
              name: app,
              image: 'registry.example/base:1',
              securityContext: { privileged: !app.endsWith('web') },
            },
          ],
        },
      },
    },
  };
}

const VISIBLE_APPS = ['lumen-cart', 'lumen-web', 'common'];
const HIDDEN_APPS = ['umbra-ledger', 'umbra-vault', 'umbra-of-nobody'];

/** What runs in the cluster: all use one image, and one workload belongs to nobody. */
export const WHOLE_CLUSTER: readonly KubernetesObject[] = [
  ...VISIBLE_APPS,
  ...HIDDEN_APPS,
].map(aDeployment);

/** What would run in it had there never been a hidden half. */
export const VISIBLE_CLUSTER: readonly KubernetesObject[] =
  VISIBLE_APPS.map(aDeployment);
