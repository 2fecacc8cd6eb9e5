import { Config } from '@backstage/config';
import {
  ClusterDescription,
  ClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { JsonObject, ProbeResult } from 'security-posture-engine';
import { contactedAuthProviders, namedAuthProviders } from '../authProviders';
import { clusterHeaders } from '../clusterHeaders';
import {
  KubernetesPluginClient,
  PluginClientServices,
} from '../KubernetesPluginClient';
import { DEFAULT_PROXY_LIMITS } from '../ProxyLimits';
import { readJson } from '../readBody';
import { ClusterAddress } from './ClusterAddress';
import { probeAccess } from './probeAccess';
import { probeAddresses } from './probeAddresses';
import { probeAnonymousRequest } from './probeAnonymousRequest';
import { probeTls } from './probeTls';
import { readClusterAddresses } from './readClusterAddresses';

const REVIEWS = '/apis/authorization.k8s.io/v1/subjectaccessreviews';
const JSON_TYPE = 'application/json';
const PROBE_MS = 10_000;

/** Looks at one cluster from outside. Rejects with a ClusterReadError where it saw nothing. */
export type ProbeCluster = () => Promise<readonly ProbeResult[]>;

/** What probes work with. */
export interface ClusterProbeOptions extends PluginClientServices {
  /** Names of the clusters that the adopter has looked at. */
  readonly probed: readonly string[];
  readonly addresses: ReadonlyMap<string, ClusterAddress>;
  /** Auth providers beside the known ones whose clusters may be contacted. */
  readonly authProviders?: readonly string[];
}

/**
 * Looks at clusters as anybody could, without any credential: a request, a TLS handshake, the addresses of the name;
 * and asks the API server, through the kubernetes plugin, what two users without rights may do. Changes nothing.
 */
export class ClusterProbe {
  private readonly client: KubernetesPluginClient;
  private readonly contacted: ReadonlySet<string>;
  private readonly probed: ReadonlySet<string>;

  static fromConfig(
    config: Config,
    probed: readonly string[],
    services: PluginClientServices,
  ): ClusterProbe {
    return new ClusterProbe({
      ...services,
      probed,
      addresses: probed.length ? readClusterAddresses(config) : new Map(),
      authProviders: namedAuthProviders(config),
    });
  }

  constructor(private readonly options: ClusterProbeOptions) {
    this.client = new KubernetesPluginClient(options, DEFAULT_PROXY_LIMITS);
    this.contacted = contactedAuthProviders(options.authProviders);
    this.probed = new Set(options.probed);
  }

  /** Clusters that the adopter has looked at and that no locator gives an address for: they cannot be. */
  get unknown(): readonly string[] {
    const { probed, addresses } = this.options;
    return probed.filter(name => !addresses.has(name));
  }

  /** The probe of a cluster; undefined where nobody asked for one, or its address is not known. */
  of(
    cluster: ClusterDescription,
    signal: AbortSignal,
  ): ProbeCluster | undefined {
    const address = this.options.addresses.get(cluster.name);
    return address && this.probed.has(cluster.name)
      ? () => this.run(cluster, address, signal)
      : undefined;
  }

  /** A probe that fails costs only itself. */
  private async run(
    cluster: ClusterDescription,
    address: ClusterAddress,
    signal: AbortSignal,
  ): Promise<readonly ProbeResult[]> {
    const ending = AbortSignal.any([signal, AbortSignal.timeout(PROBE_MS)]);
    const review = (body: JsonObject) => this.review(cluster, body, ending);
    const settled = await Promise.allSettled([
      probeAnonymousRequest(address, ending),
      probeTls(address, ending),
      probeAddresses(address),
      probeAccess('anonymous', review),
      probeAccess('madeUp', review),
    ]);
    signal.throwIfAborted();
    const results = settled.flatMap(probe =>
      probe.status === 'fulfilled' ? [probe.value] : [],
    );
    if (results.length === 0)
      throw new ClusterReadError('no probe of the cluster saw anything', {
        reason: 'unreachable',
      });
    return results;
  }

  private async review(
    cluster: ClusterDescription,
    review: JsonObject,
    signal: AbortSignal,
  ): Promise<unknown> {
    const body = await this.client.open({
      route: `/proxy${REVIEWS}`,
      path: REVIEWS,
      accept: JSON_TYPE,
      headers: clusterHeaders(cluster, this.contacted),
      review,
      signal,
    });
    return readJson(body, REVIEWS);
  }
}
