import { FILE_CHECKS, FileCheck } from '../../data/controlPlaneFiles';
import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { NotEvaluatedReason } from '../../model/outcome';
import {
  hasUnreadableImports,
  ImportedVerdict,
  importedVerdicts,
  ImportNeed,
} from '../imports/importedVerdicts';
import { placeOfNode, WHOLE_CLUSTER } from '../imports/toolVerdict';
import { controlPlaneNodes } from './controlPlaneNodes';
import { checksOfNetworkFiles, checksOfReport } from './sensedFiles';
import { controlPlaneReports, hasOnlyOldReports, isFresh } from './sensedFlags';

/** The lists in which evidence on files is looked for. */
export type FileNeed =
  | ImportNeed
  | 'kubescapeControlPlaneInfos'
  | 'kubescapeCniInfos';

/** What tools found of the files of a control plane. */
export interface FileEvidence {
  readonly failing: readonly {
    readonly check: FileCheck;
    readonly place: string;
    readonly source: string;
  }[];
  /** Numbers of the checks that not every node of the control plane has evidence for. */
  readonly missing: readonly string[];
  readonly sources: readonly string[];
  /** Why there is no evidence, where there is none at all. */
  readonly reason: NotEvaluatedReason;
}

interface FileVerdict {
  readonly check: FileCheck;
  readonly place: string;
  readonly passed: boolean;
  readonly source: string;
}

/** All evidence on the files of a control plane. */
export function fileVerdicts(context: ControlContext<FileNeed>): FileEvidence {
  const imported = FILE_CHECKS.flatMap(check =>
    importedVerdicts(context, check).map(verdict => ({ check, ...verdict })),
  );
  const verdicts: readonly FileVerdict[] = [
    ...imported.filter(({ isStale }) => !isStale),
    ...sensedVerdicts(context),
  ];
  return {
    failing: verdicts.filter(({ passed }) => !passed),
    missing: missingIn(verdicts, context),
    sources: [...new Set(verdicts.map(({ source }) => source))],
    reason: reasonOf(imported, context),
  };
}

function sensedVerdicts({
  inventory,
  now,
}: ControlContext<FileNeed>): readonly FileVerdict[] {
  const source = "a report of Kubescape's sensor";
  const reports = controlPlaneReports(
    unlessMissing(() => inventory.kubescapeControlPlaneInfos) ?? [],
  ).filter(report => isFresh(report, now));
  const nodes = new Set(reports.map(({ node }) => node));
  const network = unlessMissing(() => inventory.kubescapeCniInfos) ?? [];
  const sensed = [
    ...reports.map(report => ({
      node: report.node,
      checks: checksOfReport(report),
    })),
    ...network
      .filter(({ metadata }) => nodes.has(metadata.name))
      .map(report => ({
        node: report.metadata.name,
        checks: checksOfNetworkFiles(report, now),
      })),
  ];
  return sensed.flatMap(({ node, checks }) =>
    FILE_CHECKS.flatMap(check => {
      const passed = checks.get(check.cis);
      return passed === undefined
        ? []
        : [{ check, place: placeOfNode(node), passed, source }];
    }),
  );
}

/** Where no node is known to be of the control plane, one verdict per check has to do. */
function missingIn(
  verdicts: readonly FileVerdict[],
  { inventory }: ControlContext<FileNeed>,
): readonly string[] {
  const nodes = controlPlaneNodes(unlessMissing(() => inventory.nodes) ?? []);
  const places = nodes.map(({ metadata }) => placeOfNode(metadata.name));
  return FILE_CHECKS.filter(({ cis }) => {
    const judged = verdicts
      .filter(({ check }) => check.cis === cis)
      .map(({ place }) => place);
    return (
      judged.length === 0 ||
      (!judged.includes(WHOLE_CLUSTER) &&
        places.some(place => !judged.includes(place)))
    );
  }).map(({ cis }) => cis);
}

function reasonOf(
  imported: readonly ImportedVerdict[],
  context: ControlContext<FileNeed>,
): NotEvaluatedReason {
  const sensed = unlessMissing(
    () => context.inventory.kubescapeControlPlaneInfos,
  );
  if (imported.length > 0 || hasOnlyOldReports(sensed, context.now))
    return 'staleReport';
  return hasUnreadableImports(context) ? 'parseError' : 'noReport';
}
