import { EvidenceValue, Violation } from '../model/finding';
import { Severity } from '../model/severity';

/** One place that breaks a control, as an author reports it. */
export interface Breach {
  /** The place, relative to the container or the pod spec: `securityContext.privileged`; or a full path where `path` is given. */
  readonly at: string;
  /** Full path from the object's root, where the place lies elsewhere than in the thing being judged. */
  readonly path?: string;
  /** One sentence, without a full stop. */
  readonly message: string;
  readonly actual?: EvidenceValue;
  readonly expected?: EvidenceValue;
  readonly consequenceOf?: string;
  /** Severity of this place, where the rule raises or lowers it. The finding takes the gravest. */
  readonly severity?: Severity;
}

/** What a rule about one container or one pod answers: nothing, one breach, or several. */
export type Breaches = Breach | readonly Breach[] | undefined;

/** The breaches as a list. */
export function asBreaches(breaches: Breaches): readonly Breach[] {
  if (!breaches) return [];
  return Array.isArray(breaches) ? breaches : [breaches as Breach];
}

/** The violation that a breach is, below `base`. */
export function toViolation(
  breach: Breach,
  base: string,
  container?: string,
): Violation {
  return {
    path: breach.path ?? `${base}.${breach.at}`,
    ...(container === undefined ? {} : { container }),
    field: breach.at,
    message: breach.message,
    ...(breach.actual === undefined ? {} : { actual: breach.actual }),
    ...(breach.expected === undefined ? {} : { expected: breach.expected }),
    ...(breach.consequenceOf === undefined
      ? {}
      : { consequenceOf: breach.consequenceOf }),
  };
}
