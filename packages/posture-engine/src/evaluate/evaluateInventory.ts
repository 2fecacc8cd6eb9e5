import { Attestation } from '../model/attestation';
import {
  Control,
  ControlContext,
  EntityFacts,
  judges,
  PodSecurityLevel,
  PodSecurityVerdicts,
} from '../model/control';
import { DEFAULT_TABLES } from '../data/defaultTables';
import { DataTables } from '../model/dataTables';
import { Finding } from '../model/finding';
import { Inventory } from '../model/inventory';
import { JudgedSubject } from '../model/judgedSubject';
import { EngineSettings } from '../model/settings';
import { SubjectRef, SubjectType } from '../model/subject';
import {
  DEFAULT_KUBERNETES_VERSION,
  KubernetesVersion,
} from '../model/kubernetesVersion';
import { memoLatest } from '../relate/memo';
import { evaluateControl, settleConsequences } from './evaluateControl';
import { inventoryView } from './inventoryView';
import { podSecurityVerdicts } from './podSecurityVerdicts';

/** What an evaluation needs beside the inventory. */
export interface EvaluationOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly settings: EngineSettings;
  readonly podSecurityLevel?: PodSecurityLevel;
  /** Facts that grow old; those of the library where none are given. */
  readonly tables?: DataTables;
  /** What people said of this cluster. */
  readonly attestations?: readonly Attestation[];
  /** The entities that a workload belongs to; none where there is no catalog. */
  readonly entitiesOf?: (workload: SubjectRef) => readonly EntityFacts[];
}

/** Judges subjects of one inventory by one set of controls. */
export interface Evaluator {
  /**
   * All findings of one subject, one per control of its type, in the order of the controls.
   * `entity` is the owner of a workload in the catalog; `only` leaves out the controls that it does not name, and gives the order.
   */
  evaluate(
    judged: JudgedSubject,
    entity?: EntityFacts,
    only?: ReadonlySet<string>,
  ): readonly Finding[];
}

interface PreparedControl {
  readonly control: Control;
  readonly context: ControlContext;
  readonly attestation?: Attestation;
}

/**
 * Prepares controls to judge the subjects of an inventory. Pure: the same input gives the same findings.
 * Where the Kubernetes version is unknown nothing is judged: `notEvaluated(unsupportedVersion)`.
 */
export function createEvaluator(
  controls: readonly Control[],
  inventory: Inventory,
  options: EvaluationOptions,
): Evaluator {
  const podSecurity: PodSecurityVerdicts = podSecurityVerdicts(
    versionOf(inventory),
    (control, podSecurityLevel) =>
      contextFor(
        control,
        inventory,
        { ...options, podSecurityLevel },
        podSecurity,
      ),
  );
  const prepared = controls.map(control =>
    prepare(control, inventory, options, podSecurity),
  );
  const byType = new Map<SubjectType, PreparedControls>();
  const preparedFor = (type: SubjectType) => {
    const known = byType.get(type) ?? preparedControls(prepared, type);
    byType.set(type, known);
    return known;
  };
  // The same controls are named for every patch of a workload.
  const named = memoLatest(namedBy);
  const versionKnown = inventory.kubernetesVersion !== undefined;
  return {
    evaluate(judged, entity, only) {
      const { all, byId } = preparedFor(judged.subject.type);
      const judging = only ? named(only, byId) : all;
      return settleConsequences(
        judging.map(one =>
          versionKnown
            ? evaluatePrepared(one, judged, entity)
            : unsupported(one.control, judged.subject),
        ),
      );
    },
  };
}

/** The controls that judge one type of subject. */
interface PreparedControls {
  readonly all: readonly PreparedControl[];
  readonly byId: ReadonlyMap<string, PreparedControl>;
}

function preparedControls(
  prepared: readonly PreparedControl[],
  type: SubjectType,
): PreparedControls {
  const all = prepared.filter(({ control }) => judges(control, type));
  return { all, byId: new Map(all.map(one => [one.control.id, one])) };
}

function namedBy(
  only: ReadonlySet<string>,
  byId: ReadonlyMap<string, PreparedControl>,
): readonly PreparedControl[] {
  return [...only].flatMap(id => byId.get(id) ?? []);
}

function prepare(
  control: Control,
  inventory: Inventory,
  options: EvaluationOptions,
  podSecurity: PodSecurityVerdicts,
): PreparedControl {
  const attestation = options.attestations?.find(
    one => one.control === control.id,
  );
  return {
    control,
    context: contextFor(control, inventory, options, podSecurity),
    ...(attestation ? { attestation } : {}),
  };
}

function evaluatePrepared(
  { control, context, attestation }: PreparedControl,
  judged: JudgedSubject,
  entity: EntityFacts | undefined,
): Finding {
  return evaluateControl(
    control,
    judged,
    entity ? { ...context, entity } : context,
    attestation,
  );
}

function versionOf({ kubernetesVersion }: Inventory): KubernetesVersion {
  return kubernetesVersion ?? DEFAULT_KUBERNETES_VERSION;
}

function contextFor(
  control: Control,
  inventory: Inventory,
  options: EvaluationOptions,
  podSecurity: PodSecurityVerdicts,
): ControlContext {
  const { serverVersion } = inventory;
  const { podSecurityLevel, entitiesOf } = options;
  return {
    inventory: inventoryView(inventory, control.needs),
    kubernetesVersion: versionOf(inventory),
    ...(serverVersion === undefined ? {} : { serverVersion }),
    now: options.now,
    settings: options.settings,
    tables: options.tables ?? DEFAULT_TABLES,
    severity: control.severity,
    podSecurity,
    ...(podSecurityLevel ? { podSecurityLevel } : {}),
    ...(entitiesOf ? { entitiesOf } : {}),
  };
}

function unsupported(control: Control, subject: SubjectRef): Finding {
  return {
    control: control.id,
    subject,
    outcome: 'notEvaluated',
    reason: 'unsupportedVersion',
    severity: control.severity,
    violations: [],
  };
}
