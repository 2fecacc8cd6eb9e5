import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
} from 'backstage-plugin-security-posture-node';
import {
  Control,
  ControlNeed,
  needsOf,
  readPartOfKind,
  ResourceType,
  SUPPORTING_RESOURCES,
  SupportingResource,
  WORKLOAD_RESOURCES,
} from 'security-posture-engine';
import { kindsToList } from '../collectSupporting';
import { Discovery } from '../discoverResources';
import { readApiServerFlags } from '../evidence/readApiServerFlags';
import { readKubeSystemConfigMaps } from '../evidence/readKubeSystemConfigMaps';
import { listNameOf } from '../listNameOf';
import { PreflightCheck } from './PreflightCheck';
import { KUBE_SYSTEM_RULE, ruleOfKind, ruleOfPath } from './readRules';
import { PreflightOptions } from './preflightCluster';

/** Where checks ask. */
export interface CheckSource {
  readonly reader: ClusterReader;
  readonly cluster: ClusterDescription;
  readonly discovery: Discovery;
}

/** What is told by pods alone. */
const OF_PODS: readonly ControlNeed[] = ['livePods', 'staticPods'];

/** All kinds that a sweep with these controls may list. */
export function resourcesToCheck(
  controls: readonly Control[],
): readonly ResourceType[] {
  return [
    ...Object.values(WORKLOAD_RESOURCES),
    ...namesToCheck(controls).map(name => SUPPORTING_RESOURCES[name]),
  ];
}

/** One check for each list and page that a sweep would read. */
export function planChecks(
  source: CheckSource,
  options: PreflightOptions,
): readonly PreflightCheck[] {
  const { controls } = options;
  return [
    ...Object.values(WORKLOAD_RESOURCES).map(resource =>
      kindCheck(
        source,
        resource,
        controlsThatNeed(controls, [
          'workloads',
          ...(resource === WORKLOAD_RESOURCES.pods ? OF_PODS : []),
        ]),
        options,
      ),
    ),
    ...namesToCheck(controls).flatMap(name =>
      supportingChecks(source, name, options),
    ),
    ...evidenceChecks(source, options),
  ];
}

function namesToCheck(
  controls: readonly Control[],
): readonly SupportingResource[] {
  const needs = new Set(controls.flatMap(needsOf));
  return (Object.keys(SUPPORTING_RESOURCES) as SupportingResource[]).filter(
    name => name === 'namespaces' || needs.has(name),
  );
}

function controlsThatNeed(
  controls: readonly Control[],
  needs: readonly ControlNeed[],
): readonly string[] {
  return controls
    .filter(control => needsOf(control).some(need => needs.includes(need)))
    .map(({ id }) => id);
}

function supportingChecks(
  source: CheckSource,
  name: SupportingResource,
  options: PreflightOptions,
): readonly PreflightCheck[] {
  const resource: ResourceType = SUPPORTING_RESOURCES[name];
  const controls = controlsThatNeed(options.controls, [name]);
  const kinds = kindsToList(resource, source.discovery);
  if (typeof kinds !== 'string')
    return kinds.map(kind => kindCheck(source, kind, controls, options));
  const item = {
    name: listNameOf(resource),
    controls,
    part: readPartOfKind(resource),
    rule: ruleOfKind(resource),
  };
  return [
    new PreflightCheck(item, undefined, async () => {
      throw new ClusterReadError(`the kinds of ${item.name} are not known`, {
        reason: kinds,
      });
    }),
  ];
}

/** Asks for one object of a kind, where it is served and switched on. */
function kindCheck(
  { reader, cluster, discovery }: CheckSource,
  resource: ResourceType,
  controls: readonly string[],
  { optIn, signal }: PreflightOptions,
): PreflightCheck {
  const item = {
    name: listNameOf(resource),
    controls,
    part: readPartOfKind(resource),
    rule: ruleOfKind(resource),
  };
  const served = discovery.served(resource);
  const asked = served.state === 'served' ? served.resource : resource;
  const isOff = resource.optIn && !optIn.includes(resource.optIn);
  const known = isOff ? 'switchedOff' : undefined;
  return new PreflightCheck(
    item,
    served.state === 'absent' ? 'notServed' : known,
    async () => {
      const { metadataOnly } = resource;
      const pages = reader.list(cluster, asked, {
        signal,
        limit: 1,
        metadataOnly,
      });
      const first = pages[Symbol.asyncIterator]();
      await first.next();
      await first.return?.();
    },
    served.state === 'unknown',
  );
}

function evidenceChecks(
  { reader, cluster }: CheckSource,
  { controls, probe, signal }: PreflightOptions,
): readonly PreflightCheck[] {
  const of = (need: ControlNeed) => controlsThatNeed(controls, [need]);
  return [
    new PreflightCheck(
      {
        name: 'configmaps of kube-system',
        controls: of('kubeSystemConfigMaps'),
        part: 'kubeSystem',
        rule: KUBE_SYSTEM_RULE,
      },
      undefined,
      () => readKubeSystemConfigMaps(reader, cluster, signal),
    ),
    new PreflightCheck(
      {
        name: '/flagz',
        controls: of('apiServerFlags'),
        part: 'cluster',
        rule: ruleOfPath('/flagz'),
      },
      undefined,
      () => readApiServerFlags(reader, cluster, signal),
    ),
    new PreflightCheck(
      {
        name: '/metrics',
        controls: of('apiServerMetrics'),
        part: 'cluster',
        rule: ruleOfPath('/metrics'),
      },
      undefined,
      () => readBeginningOfMetrics(reader, cluster, signal),
    ),
    new PreflightCheck(
      { name: 'probes', controls: of('probes'), part: 'probes' },
      probe ? undefined : 'switchedOff',
      async () => probe?.(),
    ),
  ];
}

/** The rest of it is long, and is not asked for. */
async function readBeginningOfMetrics(
  reader: ClusterReader,
  cluster: ClusterDescription,
  signal: AbortSignal,
): Promise<void> {
  const body = await reader.stream(cluster, '/metrics', 'text/plain', {
    signal,
  });
  for await (const chunk of body) if (chunk.byteLength) return;
}
