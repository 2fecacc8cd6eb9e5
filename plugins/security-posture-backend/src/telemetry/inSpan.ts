import { SweepPhase, Telemetry } from './Telemetry';

/** Does the work of a whole sweep, or of a part of one, in a span where there is telemetry. */
export function inSpan<T>(
  telemetry: Telemetry | undefined,
  cluster: string,
  phase: SweepPhase | undefined,
  work: () => Promise<T>,
): Promise<T> {
  return telemetry ? telemetry.inSpan(cluster, phase, work) : work();
}
