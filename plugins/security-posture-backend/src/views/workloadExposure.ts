import {
  ExposureList,
  WorkloadExposureView,
} from 'backstage-plugin-security-posture-common';
import { ReasonCode } from 'security-posture-engine';
import { EntityAccount, EntityWorkload } from '../database/EntityDetailsReader';
import { ExposureFacts, KeptEntry, KeptPolicy } from '../sweep/exposureFacts';
import { accountRights } from './accessView';
import { ExposureGraph } from './ExposureGraph';
import { reachOf, tlsOf } from './reachOf';
import { resourceView } from './resourceView';

/** Rights of one account that are nodes. */
const RIGHTS_SHOWN = 5;

/** What a sweep of an older version left: nothing is told. */
const UNTOLD: ExposureFacts = {
  services: [],
  entries: [],
  policies: [],
  isolation: [],
  unread: {
    services: 'staleData',
    ingresses: 'staleData',
    routes: 'staleData',
    policies: 'staleData',
    isolation: 'staleData',
  },
};

/** Where the things around a workload are. */
interface Place {
  readonly cluster: string;
  readonly namespace: string;
}

/** The exposure of one workload; what it is made of is added to the graph. */
export function workloadExposure(
  workload: EntityWorkload,
  accounts: readonly EntityAccount[],
  graph: ExposureGraph,
): WorkloadExposureView {
  const { exposure } = workload.facts;
  const facts = exposure ?? UNTOLD;
  const resource = resourceView(workload);
  const { cluster, namespace = 'default', kind, name } = resource;
  const place = { cluster, namespace };
  const id = graph.add({ type: 'workload', ...place, kind, name });
  const account = accounts.find(({ key }) => workload.facts.uses.includes(key));
  const tls = tlsOf(facts);
  return {
    id,
    resource,
    reach: reachOf(exposure),
    ...(tls ? { tls } : {}),
    services: addServices(facts, id, place, graph),
    entries: facts.entries.map(entry => addEntry(entry, place, graph)),
    policies: facts.policies.map(one => addPolicy(one, id, place, graph)),
    ...(account ? { serviceAccount: addAccount(account, id, graph) } : {}),
    ...isolationOf(facts),
    hostNetwork: facts.hostNetwork ?? false,
    hostPorts: [...(facts.hostPorts ?? [])],
    unread: unreadOf(facts, account),
    leftOut: { services: 0, entries: 0, policies: 0, ...facts.leftOut },
  };
}

function addServices(
  { services }: ExposureFacts,
  workload: string,
  place: Place,
  graph: ExposureGraph,
): string[] {
  return services.map(({ name, type, exposure }) => {
    const service = { type, exposure };
    const id = graph.add({
      type: 'service',
      ...place,
      kind: 'Service',
      name,
      service,
    });
    graph.connect(id, workload);
    return id;
  });
}

function addEntry(
  entry: KeptEntry,
  { cluster, namespace }: Place,
  graph: ExposureGraph,
): string {
  const id = graph.add({
    type: entry.kind === 'Ingress' ? 'ingress' : 'route',
    cluster,
    kind: entry.kind,
    namespace: entry.namespace,
    name: entry.name,
    hosts: entry.hosts.map(host => ({ ...host })),
    ...(entry.moreHosts ? { moreHosts: entry.moreHosts } : {}),
  });
  for (const name of entry.services)
    graph.connect(id, serviceId(name, { cluster, namespace }, graph));
  for (const gateway of entry.gateways)
    graph.connect(gatewayId(gateway, cluster, entry.namespace, graph), id);
  return id;
}

/** The Service itself was added before, unless it did not fit: then it is known by name only. */
function serviceId(name: string, place: Place, graph: ExposureGraph): string {
  return graph.add({ type: 'service', ...place, kind: 'Service', name });
}

function gatewayId(
  name: string,
  cluster: string,
  home: string,
  graph: ExposureGraph,
): string {
  const [namespace, own] = name.includes('/') ? name.split('/') : [home, name];
  return graph.add({
    type: 'gateway',
    cluster,
    kind: 'Gateway',
    namespace,
    name: own,
  });
}

function addPolicy(
  { kind, namespace, name, directions }: KeptPolicy,
  workload: string,
  { cluster }: Place,
  graph: ExposureGraph,
): string {
  const id = graph.add({
    type: 'policy',
    cluster,
    kind,
    ...(namespace ? { namespace } : {}),
    name,
    directions: [...directions],
  });
  graph.connect(id, workload);
  return id;
}

function addAccount(
  account: EntityAccount,
  workload: string,
  graph: ExposureGraph,
): string {
  const { cluster, kind, namespace, name } = resourceView(account);
  const place = { cluster, ...(namespace ? { namespace } : {}) };
  const { rights, rightsLeftOut, token } = accountRights(account);
  const more = Math.max(0, rights.length - RIGHTS_SHOWN) + rightsLeftOut;
  const id = graph.add({
    type: 'serviceAccount',
    ...place,
    kind,
    name,
    ...(more ? { moreRights: more } : {}),
    ...(token === undefined ? {} : { token }),
  });
  graph.connect(workload, id);
  rights.slice(0, RIGHTS_SHOWN).forEach((right, index) => {
    const of = { kind: 'Right', name: `${id} ${index}`, right };
    graph.connect(id, graph.add({ type: 'right', ...place, ...of }));
  });
  return id;
}

function isolationOf({
  isolation,
}: ExposureFacts): Pick<WorkloadExposureView, 'isolation'> {
  const stateOf = (wanted: 'ingress' | 'egress') =>
    isolation.find(({ direction }) => direction === wanted)?.state;
  const ingress = stateOf('ingress');
  const egress = stateOf('egress');
  return ingress && egress ? { isolation: { ingress, egress } } : {};
}

function unreadOf(
  { unread = {} }: ExposureFacts,
  account: EntityAccount | undefined,
): WorkloadExposureView['unread'] {
  const lists = Object.entries(unread) as [ExposureList, ReasonCode][];
  const rights = account && accountRights(account).rightsUnread;
  return [
    ...lists.map(([list, reason]) => ({ list, reason })),
    ...(rights ? [{ list: 'rights' as const, reason: rights }] : []),
  ];
}
