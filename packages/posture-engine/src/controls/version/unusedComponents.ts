import { agentsAt } from '../../data/agents';
import { ControlContext } from '../../model/control';
import { Judgement, Violation } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { graverSeverity, Severity } from '../../model/severity';
import { Workload } from '../../model/workload';
import {
  defineClusterControl,
  fail,
  notEvaluated,
  pass,
  unlessMalformed,
  unlessMissing,
} from '../../kit';
import { timeOf } from '../../read/timeOf';
import {
  autoscalersOfNothing,
  ingressesToNothing,
  scaledToNothing,
  servicesWithoutEndpoints,
} from '../../relate/unusedObjects';
import { DAY } from '../../read/dates';

type Context = ControlContext<
  | 'workloads'
  | 'services'
  | 'endpointSlices'
  | 'ingresses'
  | 'horizontalPodAutoscalers'
>;

/** What is younger may be on its way into use, in milliseconds: 90 days. */
const NEW_FOR = 90 * DAY;
const LISTED_AT_MOST = 20;
/** What the addon managers of GKE and AKS look after is not for the cluster's owner to remove. */
const ADDON = 'addonmanager.kubernetes.io/mode';
const TILLER = 'tiller';
const DASHBOARD = 'kubernetes-dashboard';

/** What is said of each. */
const PROGRAMS: Readonly<Record<string, Pick<Unused, 'message' | 'severity'>>> =
  {
    [TILLER]: {
      message: 'is Tiller, which does whatever anyone asks of it',
      severity: 'critical',
    },
    [DASHBOARD]: { message: 'is the Kubernetes Dashboard', severity: 'info' },
  };

/** Something that nothing in this sweep seems to need. */
interface Unused {
  readonly object: KubernetesObject;
  readonly message: string;
  readonly severity: Severity;
  /** True where its age matters: what is new may be on its way into use. */
  readonly unlessNew: boolean;
}

export const unusedComponents = defineClusterControl({
  id: 'unused-components',
  title: 'What is not needed is removed',
  failureTitle: 'The cluster holds things that nothing seems to need',
  why: 'Whatever lies about unused is still there to be attacked, and nobody watches or patches it.',
  fix: 'Ask the owner of each thing, and delete what nobody needs: `kubectl delete deployment NAME -n NAMESPACE`. Remove Tiller by moving to Helm 3.',
  severity: 'low',
  category: 'version',
  scope: 'cluster',
  frameworks: { nsa: ['U1'], 'nist-800-190': ['4.5.1'] },
  references: ['https://helm.sh/docs/topics/v2_v3_migration/'],
  needs: [
    'workloads',
    'services',
    'endpointSlices',
    'ingresses',
    'horizontalPodAutoscalers',
  ],
  reads:
    'Deployments with no replicas that no autoscaler looks after and Services without endpoints, both made over 90 days ago (severity info); the Kubernetes Dashboard (info); Ingresses to a Service, and autoscalers of a workload, that is not there (low); Tiller, the server part of Helm 2 (critical). The namespaces of the cluster itself (setting `systemNamespaces`) and what an addon manager looks after are searched for Tiller only.',
  notes:
    'It shows what one sweep sees. Since when a thing has been unused no object tells: its creation is the earliest day possible, and what runs in some seasons only looks unused in the others. Where Deployments without replicas do not tell their age, as in manifests, a person has to answer.',
  examples: {
    pass: [
      {
        given: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z" }
spec:
  replicas: 2
  template: { spec: { containers: [{ name: web }] } }`,
        surroundings: { fromCluster: true },
      },
    ],
    fail: [
      {
        given: `apiVersion: apps/v1
kind: Deployment
metadata: { name: old, namespace: shop, creationTimestamp: "2026-01-01T00:00:00Z" }
spec:
  replicas: 0
  template: { spec: { containers: [{ name: web }] } }`,
        surroundings: { fromCluster: true },
      },
      {
        given: `apiVersion: apps/v1
kind: Deployment
metadata: { name: tiller-deploy, namespace: kube-system }
spec:
  template:
    spec: { containers: [{ name: tiller, image: "ghcr.io/helm/tiller:v2.17.0" }] }`,
        surroundings: { fromCluster: true },
      },
    ],
    notEvaluated: [
      {
        given: `apiVersion: apps/v1
kind: Deployment
metadata: { name: old, namespace: shop }
spec:
  replicas: 0
  template: { spec: { containers: [{ name: web }] } }`,
        surroundings: { fromCluster: true },
      },
    ],
  },
  evaluate(_, context: Context): Judgement {
    const running = programs(context);
    // What cannot be read hides no program that was found.
    const idle = running.length
      ? unlessMissing(() => unlessMalformed(() => leftovers(context)))
      : leftovers(context);
    return judgeUnused([...running, ...(idle ?? [])], context.now);
  },
});

function judgeUnused(unused: readonly Unused[], now: number): Judgement {
  const ages = unused.map(one => isOld(one, now));
  const found = unused.filter((_, index) => ages[index] === true);
  if (found.length) {
    return fail(violationsOf(found), {
      severity: found.reduce<Severity>(
        (worst, { severity }) => graverSeverity(worst, severity),
        'info',
      ),
    });
  }
  return ages.includes(undefined)
    ? notEvaluated('manual', 'the age of what looks unused is not known')
    : pass();
}

/** Programs that should not run, whatever else does. */
function programs(context: Context): readonly Unused[] {
  const { rows } = context.tables.agents;
  const searched = rows.filter(({ id }) => id === TILLER || id === DASHBOARD);
  return context.inventory.workloads.flatMap(workload => {
    const object = workload.toObject();
    return idsOf(workload, searched)
      .filter(id => id === TILLER || !isOfCluster(object, context))
      .map(id => ({ object, ...PROGRAMS[id], unlessNew: false }));
  });
}

/** A workload that cannot be read hides no other. */
function idsOf(
  workload: Workload,
  searched: Context['tables']['agents']['rows'],
): readonly string[] {
  return (
    unlessMalformed(() => [
      ...new Set(
        workload.containers.flatMap(({ image }) =>
          agentsAt(searched, { image }).map(({ id }) => id),
        ),
      ),
    ]) ?? []
  );
}

/** Objects that lead nowhere, or run nothing. */
function leftovers(context: Context): readonly Unused[] {
  const {
    workloads,
    services,
    ingresses,
    horizontalPodAutoscalers,
    endpointSlices,
  } = context.inventory;
  const idle = scaledToNothing(workloads, horizontalPodAutoscalers);
  return [
    ...idle.map(workload => idleObject(workload.toObject(), 'has no replicas')),
    ...servicesWithoutEndpoints(services, endpointSlices).map(service =>
      idleObject(service, 'has no endpoints'),
    ),
    ...ingressesToNothing(ingresses, services).map(ingress =>
      danglingObject(ingress, 'sends to a Service that is not there'),
    ),
    ...autoscalersOfNothing(workloads, horizontalPodAutoscalers).map(
      autoscaler =>
        danglingObject(autoscaler, 'scales a workload that is not there'),
    ),
  ].filter(({ object }) => !isOfCluster(object, context));
}

function idleObject(object: KubernetesObject, message: string): Unused {
  return { object, message, severity: 'info', unlessNew: true };
}

function danglingObject(object: KubernetesObject, message: string): Unused {
  return { object, message, severity: 'low', unlessNew: false };
}

function isOfCluster(
  { metadata }: KubernetesObject,
  { settings }: Context,
): boolean {
  return (
    settings.systemNamespaces.includes(metadata.namespace ?? 'default') ||
    metadata.labels?.[ADDON] !== undefined
  );
}

/** Whether it is old enough to be listed; undefined where its age is not known. */
function isOld(
  { object, unlessNew }: Unused,
  now: number,
): boolean | undefined {
  if (!unlessNew) return true;
  const created = timeOf(object.metadata.creationTimestamp);
  return created === undefined ? undefined : now - created > NEW_FOR;
}

function violationsOf(unused: readonly Unused[]): readonly Violation[] {
  const places = unused.map(placeOf).sort(byField);
  const rest = places.length - LISTED_AT_MOST;
  return rest <= 0
    ? places
    : [
        ...places.slice(0, LISTED_AT_MOST),
        { path: '', field: 'more', message: `and ${rest} more` },
      ];
}

function placeOf({ object, message }: Unused): Violation {
  const { kind, metadata } = object;
  const place = `${kind} ${metadata.namespace ?? 'default'}/${metadata.name}`;
  return { path: place, field: place, message: `${place} ${message}` };
}

function byField({ path: one }: Violation, { path: other }: Violation) {
  return one < other ? -1 : Number(one > other);
}
