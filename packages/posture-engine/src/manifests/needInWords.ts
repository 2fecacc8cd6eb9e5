import {
  ControlNeed,
  SUPPORTING_RESOURCES,
  SupportingResource,
} from '../model/resources';

/** What is read that is no list of one kind. */
const OTHERS: Readonly<
  Record<Exclude<ControlNeed, SupportingResource>, string>
> = {
  workloads: 'everything that runs pods',
  livePods: 'running pods',
  staticPods: 'static pods, as the API server mirrors them',
  kubeSystemConfigMaps: 'named ConfigMaps of kube-system',
  apiServerFlags: '/flagz of the API server',
  apiServerMetrics: '/metrics of the API server',
  servedResources: 'the kinds that the API server serves',
  imports: 'documents of other tools that were posted to the API',
  probes: 'a probe of the API server',
};

/** What a control needs, as people name it: `nodes`, `networkpolicies.networking.k8s.io`, `running pods`. */
export function needInWords(need: ControlNeed): string {
  if (need in OTHERS) return OTHERS[need as keyof typeof OTHERS];
  const { group, plural } = SUPPORTING_RESOURCES[need as SupportingResource];
  return group ? `${plural}.${group}` : plural;
}
