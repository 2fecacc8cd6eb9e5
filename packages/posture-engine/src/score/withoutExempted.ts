import { Severity, SEVERITIES } from '../model/severity';
import { ControlTallies, ControlTally, SeverityTally } from './controlTally';

/** An open fail that an approved exemption covers. */
export interface ExemptedFail {
  readonly control: string;
  readonly severity: Severity;
  /** Id of the control that causes it, where the finding is a consequence. */
  readonly consequenceOf?: string;
}

/**
 * The tallies of the effective score (scoring.md): exempted fails count as passes.
 * A fail that the tallies do not hold changes nothing.
 */
export function withoutExempted(
  tallies: ControlTallies,
  exempted: readonly ExemptedFail[],
): ControlTallies {
  const effective: Record<string, ControlTally> = { ...tallies };
  for (const fail of exempted) {
    const tally = effective[fail.control];
    if (tally?.fail[fail.severity])
      effective[fail.control] = withoutFail(tally, fail);
  }
  return effective;
}

function withoutFail(
  tally: ControlTally,
  { severity, consequenceOf }: ExemptedFail,
): ControlTally {
  const caused = consequenceOf
    ? tally.consequences?.[consequenceOf]
    : undefined;
  const counted: ControlTally = {
    ...tally,
    pass: tally.pass + 1,
    fail: oneFewer(tally.fail, severity),
  };
  if (!consequenceOf || !caused?.[severity]) return counted;
  return {
    ...counted,
    consequences: {
      ...tally.consequences,
      [consequenceOf]: oneFewer(caused, severity),
    },
  };
}

function oneFewer(tally: SeverityTally, severity: Severity): SeverityTally {
  return Object.fromEntries(
    SEVERITIES.map(one => [
      one,
      (tally[one] ?? 0) - (one === severity ? 1 : 0),
    ]).filter(([, count]) => (count as number) > 0),
  ) as SeverityTally;
}
