import {
  ADMISSION_CHANGES,
  CERTIFICATE_APPROVAL,
  ESCALATION,
  KUBELET_ACCESS,
  POD_CREATION,
  POD_ENTRY,
  POD_ENTRY_SINCE_135,
  SECRET_READING,
  TAMPERING,
  TOKEN_CREATION,
  VOLUME_CREATION,
} from '../data/sensitiveRights';
import { ControlContext } from '../model/control';
import { PolicyRule } from '../model/policyRule';
import { BuiltInsContext, builtInsOf, isBeyond } from './builtInBindings';
import {
  findAny,
  findClusterAdmin,
  findSensitive,
  findWildcards,
  FoundRight,
} from './foundRights';
import { ReachingBinding } from './serviceAccountRights';

const EVERY_RIGHT = [
  ...SECRET_READING,
  ...POD_CREATION,
  ...ESCALATION,
  ...VOLUME_CREATION,
  ...KUBELET_ACCESS,
  ...CERTIFICATE_APPROVAL,
  ...ADMISSION_CHANGES,
  ...TOKEN_CREATION,
  ...TAMPERING,
];
const BEFORE_135 = findAny([
  findWildcards,
  findSensitive([...POD_ENTRY, ...EVERY_RIGHT]),
]);
const SINCE_135 = findAny([
  findWildcards,
  findSensitive([...POD_ENTRY_SINCE_135, ...EVERY_RIGHT]),
]);

/** What it takes to tell which rights lead further. */
export type RiskyRightsContext = BuiltInsContext &
  Pick<ControlContext, 'kubernetesVersion'>;

/** The rights among these rules of a binding that a workload should not have; what the distribution ships for its subject left out. */
export function riskyRightsOf(
  { binding, subject }: ReachingBinding,
  rules: readonly PolicyRule[],
  context: RiskyRightsContext,
): readonly FoundRight[] {
  const pair = builtInsOf(context).pairOf(binding, subject);
  const all = rightsIn(rules, binding.namespace, context);
  return pair ? all.filter(({ right }) => isBeyond(right, pair)) : all;
}

/** Who may do everything needs no list of what that is. */
function rightsIn(
  rules: readonly PolicyRule[],
  namespace: string | undefined,
  { kubernetesVersion }: RiskyRightsContext,
): readonly FoundRight[] {
  const everything = findClusterAdmin(rules, namespace);
  if (everything.length) return everything;
  const find = kubernetesVersion.minor >= 35 ? SINCE_135 : BEFORE_135;
  return find(rules, namespace);
}
