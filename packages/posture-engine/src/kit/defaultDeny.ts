import { ControlContext } from '../model/control';
import { Judgement, Violation } from '../model/finding';
import { ObjectSubject } from '../model/judgedSubject';
import { KubernetesObject } from '../model/kubernetesObject';
import { SubjectRef } from '../model/subject';
import {
  ISOLATION_NEEDS,
  protectionOfNamespace,
} from '../relate/networkPolicies/policiesOfWorkload';
import { wordsOf } from '../relate/networkPolicies/readPolicy';
import { Direction } from '../relate/networkPolicies/trafficRule';
import { exemptNamespace } from './exemptNamespace';
import { fail, pass } from './judgements';
import { refusingPolicy } from './refusingPolicy';

/** What the controls over default policies read. */
export const DEFAULT_DENY_NEEDS = [...ISOLATION_NEEDS, 'workloads'] as const;

type Need = (typeof DEFAULT_DENY_NEEDS)[number];

/** The rule and the remedy of the control over one direction. */
export function defaultDeny(direction: Direction) {
  return {
    evaluate: (namespace: ObjectSubject, context: ControlContext<Need>) =>
      exemptNamespace(namespace, context) ??
      judge(namespace.subject.name, direction, context),
    remedy: (
      { name }: SubjectRef,
      [violation]: readonly (Violation | undefined)[],
    ): readonly KubernetesObject[] | undefined =>
      violation && violation.actual === undefined
        ? [
            refusingPolicy({
              name: `default-deny-${direction}`,
              namespace: name,
              directions: [direction],
            }),
          ]
        : undefined,
  };
}

function judge(
  namespace: string,
  direction: Direction,
  { inventory }: ControlContext<Need>,
): Judgement {
  const { state, openedBy } = protectionOfNamespace(
    namespace,
    direction,
    inventory,
  );
  if (state === 'refused') return pass();
  return fail([
    {
      path: '',
      field: direction,
      expected: `a policy for all pods that refuses ${direction} by default`,
      ...(openedBy
        ? {
            message: `${wordsOf(openedBy)} allows all ${direction} of all pods`,
            actual: wordsOf(openedBy),
          }
        : {
            message: `no policy refuses ${direction} for all pods of the namespace`,
          }),
    },
  ]);
}
