/* eslint-disable jest/no-export -- declares the tests of the control that it is given */
import {
  createEvaluator,
  EvaluationOptions,
} from '../evaluate/evaluateInventory';
import { Control } from '../model/control';
import { Finding } from '../model/finding';
import { Outcome, ReasonCode } from '../model/outcome';
import { DEFAULT_SETTINGS, EngineSettings } from '../model/settings';
import { Severity } from '../model/severity';
import { parseKubernetesVersion } from '../model/kubernetesVersion';
import { anInventory, InventoryOptions } from './anInventory';
import { CLUSTER } from './cluster';
import { parseExample } from './parseExample';

/** One row of a control's test table. */
export interface ControlCase
  extends Omit<InventoryOptions, 'kubernetesVersion'> {
  readonly name: string;
  /** YAML of a pod spec or of manifests; the first workload in it is judged. */
  readonly given: string;
  readonly kubernetesVersion?: string;
  readonly settings?: Partial<EngineSettings>;
  readonly podSecurityLevel?: EvaluationOptions['podSecurityLevel'];
  readonly entity?: { readonly ref: string; readonly tags: readonly string[] };
  readonly now?: number;
  readonly outcome: Outcome;
  readonly reason?: ReasonCode;
  readonly severity?: Severity;
  /** Exact paths of the violations, in order. */
  readonly at?: readonly string[];
  /** Exact text of the first violation's message. */
  readonly message?: string;
  readonly note?: string | RegExp;
  readonly consequenceOf?: string;
}

/** 21 November 2026, the day that tests take for today. */
export const TEST_NOW = Date.UTC(2026, 10, 21, 12);

/** Judges the first workload of a case (or the cluster) by one control. */
export function judgeCase(control: Control, row: ControlCase): Finding {
  const objects = parseExample(row.given);
  const version =
    row.kubernetesVersion === undefined
      ? undefined
      : parseKubernetesVersion(row.kubernetesVersion);
  const inventory = anInventory(objects, {
    ...row,
    kubernetesVersion: version,
  });
  const evaluator = createEvaluator([control], inventory, {
    now: row.now ?? TEST_NOW,
    settings: { ...DEFAULT_SETTINGS, ...row.settings },
    ...(row.podSecurityLevel ? { podSecurityLevel: row.podSecurityLevel } : {}),
  });
  if (control.subject === 'cluster')
    return evaluator.evaluateCluster(CLUSTER)[0];
  const all = anInventory(objects).workloads;
  if (!all.read || !all.items.length)
    throw new Error(`no workload in case "${row.name}"`);
  return evaluator.evaluateWorkload(all.items[0], row.entity)[0];
}

/** What a row asks for, and the same of the finding: only what the row names is compared. */
function compared(finding: Finding, row: ControlCase) {
  const { violations } = finding;
  const pairs: [wanted: unknown, got: unknown][] = [
    [
      [row.outcome, row.reason],
      [finding.outcome, finding.reason],
    ],
    [row.at, violations.map(({ path }) => path)],
    [row.message, violations[0]?.message],
    [row.severity, finding.severity],
    [row.note && expect.stringMatching(row.note), finding.note],
    [
      row.consequenceOf && violations.map(() => row.consequenceOf),
      violations.map(({ consequenceOf }) => consequenceOf),
    ],
  ];
  const asked = pairs.filter(([wanted]) => wanted !== undefined);
  return {
    wanted: asked.map(([wanted]) => wanted),
    got: asked.map(([, got]) => got),
  };
}

/** Declares one Jest test per row. `consequenceOf` is checked on the violations: causes are settled over all controls. */
export function testControl(
  control: Control,
  rows: readonly ControlCase[],
): void {
  describe(`${control.id}`, () => {
    it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => {
      const { wanted, got } = compared(judgeCase(control, row), row);
      expect(got).toEqual(wanted);
    });
  });
}
