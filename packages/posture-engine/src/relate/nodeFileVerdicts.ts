import { FileCheck } from '../data/controlPlaneFiles';
import { NODE_FILE_CHECKS } from '../data/nodeFiles';
import { unlessMalformed } from '../kit/unlessMalformed';
import { unlessMissing } from '../kit/unlessMissing';
import { ControlContext } from '../model/control';
import { NotEvaluatedReason } from '../model/outcome';
import { dayOf } from '../read/dates';
import { allFiles, FileTest, hasMode, isOfRoot } from '../read/fileTests';
import { FileState, KubeletReport } from '../read/hostData';
import {
  hasUnreadableImports,
  importedVerdictsOfNode,
  ImportNeed,
} from './imports/importedVerdicts';
import { isFreshReport, kubeletReportOf } from './kubelet/sensedKubelet';

/** The lists in which evidence on files of nodes is looked for. */
export type NodeFileNeed = ImportNeed | 'kubescapeKubeletInfos';

/** What tools found of the files of one node. */
export interface NodeFileEvidence {
  readonly failing: readonly {
    readonly check: FileCheck;
    readonly source: string;
  }[];
  /** Numbers of the checks without evidence. */
  readonly missing: readonly string[];
  readonly sources: readonly string[];
  /** Why there is no evidence, where there is none at all. */
  readonly reason: NotEvaluatedReason;
}

interface Verdict {
  readonly check: FileCheck;
  readonly passed: boolean;
  readonly source: string;
  readonly isStale: boolean;
}

type Context = ControlContext<NodeFileNeed>;

const PRIVATE = hasMode(0o600);
const READABLE = hasMode(0o644);

type FilesOfCheck = (
  report: KubeletReport,
) => readonly [files: readonly (FileState | undefined)[], test: FileTest];

/** In the order of the checks. The sensor does not look at the kubeconfig of kube-proxy. */
const FILES_OF_CHECKS: readonly FilesOfCheck[] = [
  ({ serviceFiles }) => [serviceFiles, PRIVATE],
  ({ serviceFiles }) => [serviceFiles, isOfRoot],
  () => [[], PRIVATE],
  () => [[], isOfRoot],
  ({ kubeConfigFile }) => [[kubeConfigFile], PRIVATE],
  ({ kubeConfigFile }) => [[kubeConfigFile], isOfRoot],
  ({ clientCaFile }) => [[clientCaFile], READABLE],
  ({ clientCaFile }) => [[clientCaFile], isOfRoot],
  ({ configFile }) => [[configFile], PRIVATE],
  ({ configFile }) => [[configFile], isOfRoot],
];

/** All evidence on the files of a node, by its name. */
export function nodeFileVerdicts(
  node: string,
  context: Context,
): NodeFileEvidence {
  const all = [
    ...NODE_FILE_CHECKS.flatMap(check =>
      importedVerdictsOfNode(context, check, node).map(
        (verdict): Verdict => ({ check, ...verdict }),
      ),
    ),
    ...sensedVerdicts(node, context),
  ];
  const verdicts = all.filter(({ isStale }) => !isStale);
  const judged = new Set(verdicts.map(({ check }) => check.cis));
  return {
    failing: verdicts.filter(({ passed }) => !passed),
    missing: NODE_FILE_CHECKS.map(({ cis }) => cis).filter(
      cis => !judged.has(cis),
    ),
    sources: [...new Set(verdicts.map(({ source }) => source))],
    reason: reasonWithout(all.length > 0, context),
  };
}

function sensedVerdicts(
  node: string,
  { inventory, now }: Context,
): readonly Verdict[] {
  const objects = unlessMissing(() => inventory.kubescapeKubeletInfos) ?? [];
  const report = unlessMalformed(() => kubeletReportOf(node, objects));
  if (!report) return [];
  const source = `Kubescape's KubeletInfo of ${dayOf(report.sensedAt ?? 0)}`;
  const isStale = !isFreshReport(report, now);
  return NODE_FILE_CHECKS.flatMap((check, index) => {
    const [files, test] = FILES_OF_CHECKS[index](report);
    const passed = allFiles(files.filter(isFile), test);
    return passed === undefined ? [] : [{ check, passed, source, isStale }];
  });
}

function isFile(file: FileState | undefined): file is FileState {
  return file !== undefined;
}

function reasonWithout(
  hasVerdicts: boolean,
  context: Context,
): NotEvaluatedReason {
  if (hasVerdicts) return 'staleReport';
  return hasUnreadableImports(context) ? 'parseError' : 'noReport';
}
