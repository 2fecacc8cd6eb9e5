import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { Workload } from '../model/workload';
import { unlessMalformed } from './unlessMalformed';

const HINT =
  'the node selector asks for Windows: spec.os.name "windows" would exempt this pod';

/** When pods for Windows are exempt from a control. */
export interface WindowsExemption {
  /** The minor of 1.x from which Pod Security Admission exempts them; absent: always. */
  readonly sinceMinor?: number;
}

type ExemptionContext = Pick<ControlContext, 'kubernetesVersion'>;

/** True where this workload is for Windows (`spec.os.name`, and nothing else) and such pods are exempt. */
export function isExemptOnWindows(
  exemption: WindowsExemption | undefined,
  workload: Workload,
  context: ExemptionContext,
): boolean {
  return holds(exemption, context) && workload.isWindows;
}

/** A failure of a pod that only its node selector calls a Windows one says what would exempt it. */
export function withWindowsHint(
  judgement: Judgement,
  exemption: WindowsExemption | undefined,
  workload: Workload,
  context: ExemptionContext,
): Judgement {
  if (judgement.outcome !== 'fail' || !holds(exemption, context))
    return judgement;
  return unlessMalformed(() => workload.selectsWindowsNodes)
    ? { ...judgement, note: HINT }
    : judgement;
}

function holds(
  exemption: WindowsExemption | undefined,
  context: ExemptionContext,
): boolean {
  return (
    exemption !== undefined &&
    context.kubernetesVersion.minor >= (exemption.sinceMinor ?? 0)
  );
}
