import { ALL_CONTROLS } from '../controls/index.generated';
import { controlsOfLevel } from '../library/podSecurityStandards';
import {
  Control,
  ControlContext,
  PodSecurityLevel,
  PodSecurityVerdicts,
} from '../model/control';
import { KubernetesVersion } from '../model/kubernetesVersion';
import { Workload } from '../model/workload';
import { evaluateControl } from './evaluateControl';

interface LevelControl {
  readonly control: Control;
  readonly context: ControlContext;
}

/**
 * Verdicts of Pod Security Admission by the controls of the library, each worked out once.
 * `contextOf` makes what a control is handed where it answers for a level.
 */
export function podSecurityVerdicts(
  version: KubernetesVersion,
  contextOf: (control: Control, level: PodSecurityLevel) => ControlContext,
): PodSecurityVerdicts {
  const controls = new Map<PodSecurityLevel, readonly LevelControl[]>();
  const known: Record<
    PodSecurityLevel,
    WeakMap<Workload, { readonly meets: boolean | undefined }>
  > = { baseline: new WeakMap(), restricted: new WeakMap() };
  const controlsAt = (level: PodSecurityLevel) => {
    const prepared =
      controls.get(level) ??
      controlsOfLevel(ALL_CONTROLS, level, version).map(control => ({
        control,
        context: contextOf(control, level),
      }));
    controls.set(level, prepared);
    return prepared;
  };
  return {
    meets(workload, level) {
      const verdict = known[level].get(workload) ?? {
        meets: judge(workload, controlsAt(level)),
      };
      known[level].set(workload, verdict);
      return verdict.meets;
    },
  };
}

/** The first control that fails decides. */
function judge(
  workload: Workload,
  controls: readonly LevelControl[],
): boolean | undefined {
  let isCertain = true;
  for (const { control, context } of controls) {
    const { outcome } = evaluateControl(control, workload, context);
    if (outcome === 'fail') return false;
    if (outcome === 'notEvaluated') isCertain = false;
  }
  return isCertain ? true : undefined;
}
