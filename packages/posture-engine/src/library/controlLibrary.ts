import { ALL_CONTROLS } from '../controls/index.generated';
import { Control, PodSecurityLevel } from '../model/control';
import { FrameworkId } from '../model/frameworks';
import {
  DEFAULT_KUBERNETES_VERSION,
  KubernetesVersion,
} from '../model/kubernetesVersion';
import { controlsOfLevel } from './podSecurityStandards';

const BY_ID: ReadonlyMap<string, Control> = new Map(
  ALL_CONTROLS.map(control => [control.id, control]),
);

/** Every control of the library, optional ones too. */
export function allControls(): readonly Control[] {
  return ALL_CONTROLS;
}

/** The control of an id, or undefined. */
export function findControl(id: string): Control | undefined {
  return BY_ID.get(id);
}

/** The level of Pod Security Admission that a framework is, or undefined. */
export function podSecurityLevelOf(
  framework: FrameworkId,
): PodSecurityLevel | undefined {
  if (framework === 'pss-baseline') return 'baseline';
  return framework === 'pss-restricted' ? 'restricted' : undefined;
}

/** Those of some controls, the library's by default, that answer a framework. Those of a Pod Security Standard depend on the Kubernetes version. */
export function controlsOfFramework(
  framework: FrameworkId,
  version: KubernetesVersion = DEFAULT_KUBERNETES_VERSION,
  controls: readonly Control[] = ALL_CONTROLS,
): readonly Control[] {
  const level = podSecurityLevelOf(framework);
  if (level) return controlsOfLevel(controls, level, version);
  return controls.filter(
    control => referencesOf(control, framework).length > 0,
  );
}

/** Sections, checks or recommendations of a framework that a control answers. */
export function referencesOf(
  control: Control,
  framework: FrameworkId,
): readonly string[] {
  if (framework === 'cis')
    return Object.values(control.frameworks.cis ?? {}).flat();
  return control.frameworks[framework] ?? [];
}
