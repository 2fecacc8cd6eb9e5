import { KubeletSetting } from '../../data/kubeletSettings';
import { ControlContext } from '../../model/control';
import { Judgement } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { NotEvaluatedReason } from '../../model/outcome';
import {
  IMPORT_NEEDS,
  ImportNeed,
} from '../../relate/imports/importedVerdicts';
import { isVirtualNode } from '../../relate/isVirtualNode';
import { KubeletSource } from '../../relate/kubelet/kubeletSource';
import {
  KUBELET_NEEDS,
  KubeletNeed,
  KubeletSettings,
  kubeletSettings,
} from '../../relate/kubelet/kubeletSettings';
import { kubeletVersionOf, nodeInfoOf } from '../../relate/nodeInfo';
import { isJsonObject } from '../../read/typedReads';
import { combineResults } from '../flags/combineResults';
import { FlagRuleResult, judgeFlagRule } from '../flags/judgeFlagRule';
import { notApplicable } from '../judgements';
import { reasonMissing } from '../reasonMissing';
import { judgeNodeImports } from './judgeNodeImports';

/** The lists that a control over kubelets reads. */
export const KUBELET_CONTROL_NEEDS = [
  ...KUBELET_NEEDS,
  ...IMPORT_NEEDS,
] as const;

/** What a control over kubelets has to declare. */
export type KubeletControlNeed = KubeletNeed | ImportNeed;

type Context = ControlContext<KubeletControlNeed>;

/**
 * Judges settings of the kubelet of a node, each by the first source that shows it: Kubescape's sensor, the reports of kube-bench and
 * Trivy's operator, and last what kubeadm, k3s or RKE2 declare. What nothing shows is not evaluated, never a failure.
 */
export function judgeKubelet(
  settings: readonly KubeletSetting[],
  node: KubernetesObject,
  context: Context,
): Judgement {
  if (isVirtualNode(node))
    return notApplicable(
      'providerManaged',
      'the node is a virtual one without a kubelet of its own',
    );
  const known = kubeletSettings(node, context);
  const info = nodeInfoOf(node);
  const minor =
    kubeletVersionOf(info)?.numbers[1] ?? context.kubernetesVersion.minor;
  const answered = settings
    .filter(
      ({ linuxOnly, setByProviders }) =>
        !(linuxOnly && info.isWindows) &&
        !(setByProviders && hasProvider(node)),
    )
    .map(setting => ({
      question: setting,
      result: resultOf(setting, { node, known, minor, context }),
    }));
  return combineResults(answered, context.severity);
}

interface Asked {
  readonly node: KubernetesObject;
  readonly known: KubeletSettings;
  readonly minor: number;
  readonly context: Context;
}

function resultOf(setting: KubeletSetting, asked: Asked): FlagRuleResult {
  const { node, known, context } = asked;
  const results = [
    judgeSource(setting, known.sensed, asked),
    judgeNodeImports(setting, node.metadata.name, context),
    judgeSource(setting, known.declared, asked),
  ].map(result => result && ofNode(setting, result));
  const answer = results.find(result => result && result.is !== 'unknown');
  if (answer) return answer;
  const seen = known.sensed ?? known.declared;
  if (setting.mayStayUnknown && seen)
    return {
      is: 'pass',
      source: seen.note,
      note: `whether --${setting.flag} is set does not show`,
    };
  return unanswered(results, known, context);
}

/** Whichever source answers, it is the same setting of the same node: an exemption of it outlives a change of source. */
function ofNode(
  { flag }: KubeletSetting,
  result: FlagRuleResult,
): FlagRuleResult {
  return result.is === 'fail'
    ? {
        ...result,
        violations: result.violations.map(violation => ({
          ...violation,
          field: `--${flag}`,
        })),
      }
    : result;
}

function hasProvider({ spec }: KubernetesObject): boolean {
  return isJsonObject(spec) && Boolean(spec.providerID);
}

function judgeSource(
  setting: KubeletSetting,
  source: KubeletSource | undefined,
  { minor }: Asked,
): FlagRuleResult | undefined {
  if (!source) return undefined;
  const { defaultWithoutFile, default: withFile } = setting;
  const result = judgeFlagRule(
    {
      ...setting,
      default: source.hasFile ? withFile : defaultWithoutFile ?? withFile,
    },
    { programs: [source.program], note: source.note },
    minor,
  );
  return result.is === 'unknown' ? { ...result, reason: 'partial' } : result;
}

/**
 * Why nothing answers: a source that hides the setting, a report that is too old or broken, a list that was not read, or no report.
 * Throws the MalformedInput of a source that cannot be parsed.
 */
function unanswered(
  results: readonly (FlagRuleResult | undefined)[],
  { hasStaleReport, malformed }: KubeletSettings,
  context: Context,
): FlagRuleResult {
  if (malformed) throw malformed;
  const partial = results.find(
    result => result?.is === 'unknown' && result.reason === 'partial',
  );
  if (partial) return partial;
  const byImports = results.find(result => result?.is === 'unknown');
  if (byImports?.is === 'unknown' && byImports.reason !== 'noReport')
    return byImports;
  return {
    is: 'unknown',
    reason: hasStaleReport ? 'staleReport' : reasonWithoutReport(context),
  };
}

function reasonWithoutReport({ inventory }: Context): NotEvaluatedReason {
  return (
    reasonMissing(() => inventory.kubeSystemConfigMaps) ??
    reasonMissing(() => inventory.kubescapeKubeletInfos) ??
    'noReport'
  );
}
