import {
  Control,
  ControlContext,
  EntityFacts,
  PodSecurityLevel,
} from '../model/control';
import { Finding } from '../model/finding';
import { Inventory } from '../model/inventory';
import { EngineSettings } from '../model/settings';
import { SubjectRef } from '../model/subject';
import { Workload } from '../model/workload';
import { DEFAULT_KUBERNETES_VERSION } from '../model/kubernetesVersion';
import {
  EvaluationSubject,
  evaluateControl,
  settleConsequences,
} from './evaluateControl';
import { inventoryView } from './inventoryView';

/** What an evaluation needs beside the inventory. */
export interface EvaluationOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly settings: EngineSettings;
  readonly podSecurityLevel?: PodSecurityLevel;
}

/** Judges subjects of one inventory by one set of controls. */
export interface Evaluator {
  /**
   * All findings of one workload, one per control, in the order of the controls.
   * `entity` is its owner in the catalog; `only` leaves out the controls that it does not name.
   */
  evaluateWorkload(
    workload: Workload,
    entity?: EntityFacts,
    only?: ReadonlySet<string>,
  ): readonly Finding[];
  /** All findings of the cluster as a whole. */
  evaluateCluster(cluster: SubjectRef): readonly Finding[];
}

/**
 * Prepares the judging of an inventory. Pure: the same input gives the same findings, byte for byte.
 * Where the Kubernetes version is unknown, every finding is `notEvaluated(unsupportedVersion)`.
 */
export function createEvaluator(
  controls: readonly Control[],
  inventory: Inventory,
  options: EvaluationOptions,
): Evaluator {
  const prepared = controls.map(control => ({
    control,
    context: contextFor(control, inventory, options),
  }));
  const workloadControls = prepared.filter(
    ({ control }) => control.subject === 'workload',
  );
  const clusterControls = prepared.filter(
    ({ control }) => control.subject === 'cluster',
  );
  const versionKnown = inventory.kubernetesVersion !== undefined;
  const evaluateAll = (
    list: typeof prepared,
    subject: EvaluationSubject,
    entity?: EntityFacts,
  ) =>
    settleConsequences(
      list.map(({ control, context }) =>
        versionKnown
          ? evaluateControl(
              control,
              subject,
              entity ? { ...context, entity } : context,
            )
          : unsupported(control, subject),
      ),
    );
  return {
    evaluateWorkload: (workload, entity, only) =>
      evaluateAll(
        only
          ? workloadControls.filter(({ control }) => only.has(control.id))
          : workloadControls,
        workload,
        entity,
      ),
    evaluateCluster: cluster => evaluateAll(clusterControls, cluster),
  };
}

function contextFor(
  control: Control,
  inventory: Inventory,
  options: EvaluationOptions,
): ControlContext {
  return {
    inventory: inventoryView(inventory, control.needs),
    kubernetesVersion:
      inventory.kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION,
    now: options.now,
    settings: options.settings,
    severity: control.severity,
    ...(options.podSecurityLevel
      ? { podSecurityLevel: options.podSecurityLevel }
      : {}),
  };
}

function unsupported(control: Control, subject: EvaluationSubject): Finding {
  return {
    control: control.id,
    subject: subject instanceof Workload ? subject.subject : subject,
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
    severity: control.severity,
    violations: [],
  };
}
