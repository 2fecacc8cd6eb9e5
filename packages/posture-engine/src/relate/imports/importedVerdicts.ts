import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { KubernetesObject } from '../../model/kubernetesObject';
import { DAY, dayOf } from '../../read/dates';
import { infraAssessments, objectsByPlace } from './infraAssessments';
import { infraVerdict } from './infraVerdict';
import { kubeBenchVerdicts } from './kubeBenchVerdicts';
import { placeOfNode, ToolVerdict } from './toolVerdict';

/** The lists that verdicts of other tools are read from: a control that asks for them declares all. */
export const IMPORT_NEEDS = [
  'imports',
  'trivyInfraAssessmentReports',
  'trivyClusterInfraAssessmentReports',
  'staticPods',
  'nodes',
] as const;

/** What a control has to declare to ask for the verdicts of other tools. */
export type ImportNeed = (typeof IMPORT_NEEDS)[number];

/** One question that other tools answer. */
export interface ImportedCheck {
  /** Number of the recommendation in CIS 1.12, for kube-bench. */
  readonly cis?: string;
  /** Number of Trivy's check: 12 for `KCV-0012`. */
  readonly kcv?: number;
}

/** What another tool found of one node or static pod. */
export interface ImportedVerdict extends ToolVerdict {
  /** `a kube-bench report of 2026-11-02` */
  readonly source: string;
  /** True where the report is too old to go by. */
  readonly isStale: boolean;
}

/** People run kube-bench by hand, an operator reports every day. */
const KUBE_BENCH = { name: 'a kube-bench report', freshFor: 90 * DAY };
const TRIVY = { name: "a report of Trivy's operator", freshFor: 7 * DAY };

/**
 * What other tools say of one check: the newest verdict per tool and place, or that of one place only.
 * No verdict means that no tool is known to have run the check: never a pass.
 * Lists that were not read, and reports that cannot be parsed, are as good as none.
 */
export function importedVerdicts(
  context: ControlContext<ImportNeed>,
  check: ImportedCheck,
  place?: string,
): readonly ImportedVerdict[] {
  return [
    ...dated(ofKubeBench(context, check, place), KUBE_BENCH, context.now),
    ...dated(ofTrivy(context, check, place), TRIVY, context.now),
  ];
}

/** As `importedVerdicts`, of one node by its name. A report that names no node speaks of none. */
export function importedVerdictsOfNode(
  context: ControlContext<ImportNeed>,
  check: ImportedCheck,
  node: string,
): readonly ImportedVerdict[] {
  return importedVerdicts(context, check, placeOfNode(node));
}

/** True where a report of another tool is there that cannot be parsed. */
export function hasUnreadableImports({
  inventory,
  tables,
}: ControlContext<ImportNeed>): boolean {
  const imports = unlessMissing(() => inventory.imports) ?? [];
  return (
    kubeBenchVerdicts(imports, tables.cisIds).unreadable > 0 ||
    infraReports(inventory).some(
      reports => infraAssessments(reports).unreadable > 0,
    )
  );
}

function ofKubeBench(
  { inventory, tables }: ControlContext<ImportNeed>,
  { cis }: ImportedCheck,
  place: string | undefined,
): readonly ToolVerdict[] {
  const imports = unlessMissing(() => inventory.imports);
  const verdicts =
    cis &&
    imports &&
    kubeBenchVerdicts(imports, tables.cisIds).byNumber.get(cis);
  return verdicts ? valuesOf(verdicts, place) : [];
}

function ofTrivy(
  { inventory }: ControlContext<ImportNeed>,
  { kcv }: ImportedCheck,
  place: string | undefined,
): readonly ToolVerdict[] {
  if (kcv === undefined) return [];
  const subjects = [
    unlessMissing(() => inventory.staticPods) ?? [],
    unlessMissing(() => inventory.nodes) ?? [],
  ].map(objectsByPlace);
  return infraReports(inventory).flatMap(reports => {
    const { byPlace } = infraAssessments(reports);
    return entriesOf(byPlace, place).flatMap(([at, assessment]) => {
      const object = subjects[0].get(at) ?? subjects[1].get(at);
      return infraVerdict(assessment, kcv, object) ?? [];
    });
  });
}

function infraReports(
  inventory: ControlContext<ImportNeed>['inventory'],
): readonly (readonly KubernetesObject[])[] {
  return [
    unlessMissing(() => inventory.trivyInfraAssessmentReports) ?? [],
    unlessMissing(() => inventory.trivyClusterInfraAssessmentReports) ?? [],
  ];
}

function entriesOf<T>(
  map: ReadonlyMap<string, T>,
  key: string | undefined,
): readonly (readonly [string, T])[] {
  if (key === undefined) return [...map];
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function valuesOf<T>(
  map: ReadonlyMap<string, T>,
  key: string | undefined,
): readonly T[] {
  return entriesOf(map, key).map(([, value]) => value);
}

function dated(
  verdicts: readonly ToolVerdict[],
  { name, freshFor }: typeof KUBE_BENCH,
  now: number,
): readonly ImportedVerdict[] {
  return verdicts.map(verdict => ({
    ...verdict,
    source: `${name} of ${dayOf(verdict.reportedAt)}`,
    isStale: now - verdict.reportedAt > freshFor,
  }));
}
