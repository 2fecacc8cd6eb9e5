import { KubeletSetting, ImportProof } from '../../data/kubeletSettings';
import { ControlContext } from '../../model/control';
import { NotEvaluatedReason } from '../../model/outcome';
import {
  hasUnreadableImports,
  ImportedVerdict,
  importedVerdictsOfNode,
  ImportNeed,
} from '../../relate/imports/importedVerdicts';
import { FlagRuleResult } from '../flags/judgeFlagRule';

/**
 * Judges one setting of the kubelet of a node by what kube-bench and Trivy found there, as far as their checks ask what we ask.
 * A failure of one outweighs a pass of the other.
 */
export function judgeNodeImports(
  setting: KubeletSetting,
  node: string,
  context: ControlContext<ImportNeed>,
): FlagRuleResult {
  const verdicts = provenVerdicts(setting, node, context);
  const fresh = verdicts.filter(({ isStale }) => !isStale);
  const failing = fresh.filter(({ passed }) => !passed);
  if (failing.length > 0)
    return {
      is: 'fail',
      source: sourcesOf(failing),
      violations: failing.map(({ source }) => ({
        path: `Node ${node} --${setting.flag}`,
        message: `${source} finds --${setting.flag} of the kubelet of ${node} not as it should be`,
      })),
    };
  return fresh.length > 0
    ? { is: 'pass', source: sourcesOf(fresh) }
    : { is: 'unknown', reason: reasonWithout(verdicts.length > 0, context) };
}

/** Why the reports of other tools say nothing of a check. */
export function reasonWithout(
  hasStale: boolean,
  context: ControlContext<ImportNeed>,
): NotEvaluatedReason {
  if (hasStale) return 'staleReport';
  return hasUnreadableImports(context) ? 'parseError' : 'noReport';
}

function provenVerdicts(
  { cis, kcv, kubeBenchProves, trivyProves }: KubeletSetting,
  node: string,
  context: ControlContext<ImportNeed>,
): readonly ImportedVerdict[] {
  return [
    ...importedVerdictsOfNode(context, { cis }, node).filter(
      provenBy(kubeBenchProves),
    ),
    ...importedVerdictsOfNode(context, { kcv }, node).filter(
      provenBy(trivyProves),
    ),
  ];
}

function provenBy(proof: ImportProof | undefined) {
  return ({ passed }: ImportedVerdict): boolean =>
    proof === undefined || (proof === 'passes') === passed;
}

function sourcesOf(verdicts: readonly ImportedVerdict[]): string {
  const sources = new Set(verdicts.map(({ source }) => source));
  return `from ${[...sources].join(' and ')}`;
}
