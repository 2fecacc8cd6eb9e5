import { GateResult, NewFailure } from '../gate/GateResult';
import { ReportedFinding, reportFinding } from './reportFinding';

/** A new failure as reports have it. */
export interface ReportedFailure extends ReportedFinding {
  readonly blocks: boolean;
}

/** The new failures of a gate, for reports. */
export function gateFindings({
  failures,
  scan,
}: GateResult): readonly ReportedFailure[] {
  return failures.map(({ finding, judged, blocks }: NewFailure) => ({
    ...reportFinding(finding, judged, scan),
    blocks,
  }));
}
