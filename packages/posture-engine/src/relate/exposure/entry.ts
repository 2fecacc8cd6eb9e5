/** Whether a host is served over TLS; `unknown` where that is left to what the API does not show. */
export type TlsUse = 'yes' | 'no' | 'unknown';

/** A host that is served, `*` for every one. */
export interface EntryHost {
  readonly host: string;
  readonly tls: TlsUse;
}

/** What publishes Services outside the cluster: an Ingress, or a route of a Gateway. */
export interface Entry {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Names of the Services of the workload that it leads to. */
  readonly services: readonly string[];
  /** Names of the Gateways that it is attached to, those of other namespaces with it: `infra/public`. */
  readonly gateways: readonly string[];
  readonly hosts: readonly EntryHost[];
}
