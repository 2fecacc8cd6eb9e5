import type { ReasonCode } from 'security-posture-engine';
import { ResourceView } from './findings';
import { AccountRightView } from './workloads';

/**
 * How far a workload can be reached. `outside`: from beyond its cluster. `restricted`: from there, by named networks only.
 * `inside`: from its cluster only. `unknown`: a list that would tell could not be read.
 */
export type Reach = 'outside' | 'restricted' | 'inside' | 'unknown';

/** Whether a host is served over TLS; `unknown` where that is left to the controller. */
export type TlsUseView = 'yes' | 'no' | 'unknown';

/** What an exposure is made of. */
export type ExposureNodeType =
  | 'gateway'
  | 'ingress'
  | 'route'
  | 'service'
  | 'workload'
  | 'serviceAccount'
  | 'right'
  | 'policy';

/** One thing of an exposure. */
export interface ExposureNode {
  /** Unique in its answer, and stable for the same thing. */
  id: string;
  type: ExposureNodeType;
  cluster: string;
  kind: string;
  namespace?: string;
  /** Of a right, which has none, something that no other has. */
  name: string;
  /** Of an Ingress or a route: `*` is every host. Those without TLS come first, at most 5. */
  hosts?: { host: string; tls: TlsUseView }[];
  /** Hosts that are left out. */
  moreHosts?: number;
  /** Of a Service. */
  service?: {
    type: string;
    exposure: 'cluster' | 'restricted' | 'nodePort' | 'loadBalancer';
  };
  /** Of a policy: what it is about. */
  directions?: ('ingress' | 'egress')[];
  /** Of a right. */
  right?: AccountRightView;
  /** Of a service account: rights that are no nodes. */
  moreRights?: number;
  /** Of a service account: whether a workload that runs as it has its token. */
  token?: boolean;
}

/** From what leads on to what it leads to; from a policy to what it selects. */
export interface ExposureEdge {
  from: string;
  to: string;
}

/** How the pods stand to all traffic of a direction: only what policies allow, opened by a policy, or no policy at all. */
export type IsolationState = 'refused' | 'open' | 'unguarded';

/** A part of an exposure that could not be told. */
export type ExposureList =
  | 'services'
  | 'ingresses'
  | 'routes'
  | 'policies'
  | 'isolation'
  | 'rights';

/** Who can reach one workload. Ids are those of the nodes. */
export interface WorkloadExposureView {
  id: string;
  resource: ResourceView;
  reach: Reach;
  /** Over all hosts that lead to it: `no` where one is served without. Undefined where no host does. */
  tls?: TlsUseView;
  /** Ingresses and routes. */
  entries: string[];
  services: string[];
  policies: string[];
  serviceAccount?: string;
  /** Undefined where it could not be told. */
  isolation?: { ingress: IsolationState; egress: IsolationState };
  /** True where it shares the network of its node, for which no policy holds. */
  hostNetwork: boolean;
  /** Ports that it opens on its node, at most 5. */
  hostPorts: number[];
  /** What could not be told, and why. */
  unread: { list: ExposureList; reason: ReasonCode }[];
  /** How many more lead to it or select it than are kept. */
  leftOut: { services: number; entries: number; policies: number };
}

/** Who can reach the workloads of an entity, what bounds them, and what they may do. */
export interface ExposureResponse {
  /** Those that can be reached from furthest first; at most 100. */
  workloads: WorkloadExposureView[];
  /** All workloads of the entity. */
  total: number;
  /** How many of the first 1,000 are reached how far. */
  reach: Record<Reach, number>;
  /** Of the workloads that are listed. */
  nodes: ExposureNode[];
  edges: ExposureEdge[];
  /** True where something could not be told, or is left out. */
  partial: boolean;
  /** What could not be told of how many workloads, by cluster. */
  unread: {
    cluster: string;
    list: ExposureList;
    reason: ReasonCode;
    workloads: number;
  }[];
}
