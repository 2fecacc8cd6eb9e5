import { kubeletSettingsOf } from '../../data/kubeletSettings';
import { ControlContext, SubjectControl } from '../../model/control';
import { Judgement } from '../../model/finding';
import { KubernetesObject } from '../../model/kubernetesObject';
import { defineNodeControl } from '../defineControl';
import {
  judgeKubelet,
  KUBELET_CONTROL_NEEDS,
  KubeletControlNeed,
} from './judgeKubelet';

/** What each author of a control over kubelets writes: its words, and what its rule has beside the rows of the table of settings. */
interface KubeletControl
  extends Omit<
    SubjectControl<'node', KubeletControlNeed>,
    'subject' | 'category' | 'scope' | 'needs' | 'evaluate' | 'remedy'
  > {
  /** The verdict, given what the rows say; that of the rows where it is absent. */
  judge?(
    bySettings: Judgement,
    node: KubernetesObject,
    context: ControlContext<KubeletControlNeed>,
  ): Judgement;
}

/** Defines a control over kubelets: its rows are those of the table of kubelet settings that bear its id. */
export function defineKubeletControl({
  judge = bySettings => bySettings,
  ...words
}: KubeletControl): SubjectControl<'node'> {
  const settings = kubeletSettingsOf(words.id);
  return defineNodeControl<KubeletControlNeed>({
    exampleSurroundings: { fromCluster: true },
    ...words,
    category: 'node',
    scope: 'node',
    needs: KUBELET_CONTROL_NEEDS,
    evaluate: ({ object }, context) =>
      judge(judgeKubelet(settings, object, context), object, context),
  });
}
