/* eslint-disable jest/no-export -- declares the tests of the control that it is given */
import { EvaluationOptions } from '../evaluate/evaluateInventory';
import { Control, ExampleSurroundings } from '../model/control';
import { Finding } from '../model/finding';
import { Outcome, ReasonCode } from '../model/outcome';
import { Severity } from '../model/severity';
import { judgeFirst } from '../examples/judgeFirst';
import { FACTS } from './facts';
import { parseExample } from '../examples/parseExample';

/** One row of a control's test table. */
export interface ControlCase extends ExampleSurroundings {
  readonly name: string;
  /** YAML of a pod spec or of manifests; the first subject of the control's type in it is judged. */
  readonly given: string;
  /** `namespace` where what is left over of a control is judged; else the control's own. */
  readonly subjectType?: 'namespace';
  readonly podSecurityLevel?: EvaluationOptions['podSecurityLevel'];
  readonly tables?: EvaluationOptions['tables'];
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

/** Judges the first subject of a case by one control. */
export function judgeCase(control: Control, row: ControlCase): Finding {
  return judgeFirst(
    [control],
    row.subjectType ?? control.subject,
    parseExample(row.given),
    { tables: FACTS, ...row },
  )[0];
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
