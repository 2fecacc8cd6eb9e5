import {
  ClusterDescription,
  ClusterReader,
  isClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { PreflightItem } from 'backstage-plugin-security-posture-common';
import { Control, OptInPart, ReasonCode } from 'security-posture-engine';
import { discoverResources } from '../discoverResources';
import { inParallel } from '../inParallel';
import { readServerVersion } from '../readServerVersion';
import { planChecks, resourcesToCheck } from './planChecks';
import { PreflightCheck } from './PreflightCheck';

const CHECKS_AT_ONCE = 4;

/** What is to be checked. */
export interface PreflightOptions {
  readonly controls: readonly Control[];
  /** What is read only where an adopter asks for it, and this one did. */
  readonly optIn: readonly OptInPart[];
  /** Looks at the cluster from outside; set only where an adopter asks for it. */
  readonly probe?: () => Promise<unknown>;
  readonly signal: AbortSignal;
}

/** What may be read of a cluster now. */
export interface ClusterPreflight {
  /** False: nothing was tried but the first request. */
  readonly answers: boolean;
  readonly reason?: ReasonCode;
  readonly kubernetesVersion?: string;
  readonly items: readonly PreflightItem[];
}

/**
 * Asks a cluster for one object of each kind that a sweep would list, and for each page that it would read.
 * What is switched off, or not served, is not asked for. A cluster that does not answer is said to be so.
 */
export async function preflightCluster(
  reader: ClusterReader,
  cluster: ClusterDescription,
  options: PreflightOptions,
): Promise<ClusterPreflight> {
  const { signal } = options;
  try {
    const kubernetesVersion = await readServerVersion(reader, cluster, signal);
    const discovery = await discoverResources(reader, cluster, {
      resources: resourcesToCheck(options.controls),
      signal,
    });
    const checks = planChecks({ reader, cluster, discovery }, options);
    return { answers: true, kubernetesVersion, items: await run(checks) };
  } catch (error) {
    if (isClusterReadError(error))
      return { answers: false, reason: error.reason, items: [] };
    if (signal.aborted)
      return { answers: false, reason: 'unreachable', items: [] };
    throw error;
  }
}

async function run(
  checks: readonly PreflightCheck[],
): Promise<readonly PreflightItem[]> {
  const results = new Map<PreflightCheck, PreflightItem>();
  await inParallel(checks, CHECKS_AT_ONCE, async check => {
    results.set(check, await check.run());
  });
  return checks.flatMap(check => results.get(check) ?? []);
}
