import {
  AppliedPolicy,
  Entry,
  EntryHost,
  ExposedService,
  exposureOfWorkload,
  Inventory,
  Isolation,
  Listed,
  NotEvaluatedReason,
  ServiceExposure,
  Workload,
} from 'security-posture-engine';
import { fitLists } from './fitLists';

/** An entry as it is kept: hosts without TLS come first. */
export interface KeptEntry extends Entry {
  /** Hosts that are not kept. */
  readonly moreHosts?: number;
}

/** A policy that selects the pods. */
export interface KeptPolicy {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly directions: AppliedPolicy['directions'];
}

/** A part of the exposure that a sweep may be unable to tell. */
export type ExposurePart =
  | 'services'
  | 'ingresses'
  | 'routes'
  | 'policies'
  | 'isolation';

/** What is kept of who can reach a workload, and of what bounds its traffic. */
export interface ExposureFacts {
  readonly services: readonly ExposedService[];
  /** Ingresses and routes of Gateways. */
  readonly entries: readonly KeptEntry[];
  readonly policies: readonly KeptPolicy[];
  readonly isolation: readonly Isolation[];
  readonly hostNetwork?: true;
  readonly hostPorts?: readonly number[];
  /** Parts that could not be told. */
  readonly unread?: Partial<Record<ExposurePart, NotEvaluatedReason>>;
  /** Items of the lists that did not fit. */
  readonly leftOut?: Partial<
    Record<'services' | 'entries' | 'policies', number>
  >;
}

const MOST_HOSTS = 5;
const MOST_PORTS = 5;
/** Room for all that is not in a list that is shortened. */
const FRAME_BYTES = 450;

const OPEN_FIRST: readonly ServiceExposure[] = [
  'loadBalancer',
  'nodePort',
  'restricted',
  'cluster',
];

/** The exposure of a workload in at most so many bytes of JSON; what is most open is kept. */
export function exposureFactsOf(
  workload: Workload,
  inventory: Inventory,
  mostBytes: number,
): ExposureFacts {
  const exposure = exposureOfWorkload(workload, inventory);
  const { services, ingresses, routes, policies, isolation } = exposure;
  const { kept, leftOut } = fitLists(
    {
      services: [...itemsOf(services)].sort(byExposure),
      entries: [...itemsOf(ingresses), ...itemsOf(routes)]
        .map(keptEntry)
        .sort(byTls),
      policies: itemsOf(policies).map(keptPolicy),
    },
    mostBytes - FRAME_BYTES,
  );
  const unread = reasonsOf({
    services,
    ingresses,
    routes,
    policies,
    isolation,
  });
  return {
    ...kept,
    isolation: itemsOf(isolation),
    ...(exposure.hostNetwork ? { hostNetwork: true } : {}),
    ...(exposure.hostPorts.length
      ? { hostPorts: exposure.hostPorts.slice(0, MOST_PORTS) }
      : {}),
    ...(Object.keys(unread).length ? { unread } : {}),
    ...(Object.keys(leftOut).length ? { leftOut } : {}),
  };
}

function itemsOf<T>(list: Listed<T>): readonly T[] {
  return list.read ? list.items : [];
}

function reasonsOf(
  lists: Readonly<Record<ExposurePart, Listed<unknown>>>,
): NonNullable<ExposureFacts['unread']> {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([part, list]) =>
      list.read ? [] : [[part, list.reason]],
    ),
  );
}

function byExposure(one: ExposedService, other: ExposedService): number {
  return (
    OPEN_FIRST.indexOf(one.exposure) - OPEN_FIRST.indexOf(other.exposure) ||
    compare(one.name, other.name)
  );
}

function keptEntry(entry: Entry): KeptEntry {
  const hosts = [...entry.hosts].sort(clearFirst);
  const more = hosts.length - MOST_HOSTS;
  return {
    ...entry,
    hosts: hosts.slice(0, MOST_HOSTS),
    ...(more > 0 ? { moreHosts: more } : {}),
  };
}

function byTls(one: Entry, other: Entry): number {
  const clear = ({ hosts: [first] }: Entry) => Number(first?.tls !== 'no');
  return (
    clear(one) - clear(other) ||
    compare(`${one.kind} ${one.name}`, `${other.kind} ${other.name}`)
  );
}

function clearFirst(one: EntryHost, other: EntryHost): number {
  const rank = ({ tls }: EntryHost) => ['no', 'unknown', 'yes'].indexOf(tls);
  return rank(one) - rank(other) || compare(one.host, other.host);
}

function keptPolicy({ policy, directions }: AppliedPolicy): KeptPolicy {
  const { kind, namespace, name } = policy;
  return { kind, ...(namespace ? { namespace } : {}), name, directions };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
