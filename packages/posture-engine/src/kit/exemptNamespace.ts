import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { ObjectSubject } from '../model/judgedSubject';
import { workloadsIn } from '../relate/workloadsIn';
import { notApplicable } from './judgements';

/** Why a rule about the pods of a namespace is not about this one: it is the cluster's own, or has no pods. Undefined where the rule holds. */
export function exemptNamespace(
  { subject: { name } }: ObjectSubject,
  { inventory, settings }: ControlContext<'workloads'>,
): Judgement | undefined {
  if (settings.systemNamespaces.includes(name))
    return notApplicable('nothingToJudge', 'a namespace of the cluster');
  return workloadsIn(name, inventory.workloads).length === 0
    ? notApplicable('nothingToJudge', 'a namespace without pods')
    : undefined;
}
