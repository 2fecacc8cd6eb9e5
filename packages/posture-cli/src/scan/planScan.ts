import {
  allControls,
  Control,
  controlsInScope,
  controlsOfFramework,
  DEFAULT_SETTINGS,
  podSecurityLevelOf,
} from 'security-posture-engine';
import { ScanOptions } from '../commands/ScanOptions';
import { UsageError } from '../UsageError';
import { ScanPlan } from './ScanPlan';

/** Chooses the controls that options ask for. Throws UsageError where there is none. */
export function planScan(
  options: Pick<
    ScanOptions,
    'kubernetesVersion' | 'framework' | 'controls' | 'scope'
  >,
): ScanPlan {
  const { kubernetesVersion, framework, controls: named } = options;
  const scope = options.scope ?? (named ? 'all' : 'workload');
  const asked = controlsOf(options);
  if (!asked.length)
    throw new UsageError(
      `None of the named controls answers the framework ${framework}.`,
    );
  const controls = controlsInScope(asked, scope);
  if (!controls.length)
    throw new UsageError(
      `None of the chosen controls judges the scope ${scope}. Try --scope all.`,
    );
  const podSecurityLevel = framework && podSecurityLevelOf(framework);
  return {
    kubernetesVersion,
    scope,
    controls,
    settings: DEFAULT_SETTINGS,
    ...(podSecurityLevel ? { podSecurityLevel } : {}),
    scored: !framework && !named && scope !== 'cluster',
  };
}

function controlsOf({
  framework,
  controls: named,
  kubernetesVersion,
}: Parameters<typeof planScan>[0]): readonly Control[] {
  const answering = framework
    ? controlsOfFramework(framework, kubernetesVersion)
    : allControls();
  return named ? answering.filter(({ id }) => named.includes(id)) : answering;
}
