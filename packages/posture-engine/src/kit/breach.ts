import { EvidenceValue, Violation } from '../model/finding';
import { Severity } from '../model/severity';
import { Writable } from '../model/writable';

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

const NO_BREACH: readonly Breach[] = [];

/** The breaches as a list. */
export function asBreaches(breaches: Breaches): readonly Breach[] {
  if (!breaches) return NO_BREACH;
  return Array.isArray(breaches) ? breaches : [breaches as Breach];
}

/** The violation that a breach is, below `base`. Built field by field: a sweep makes one for every place of every workload. */
export function toViolation(
  breach: Breach,
  base: string,
  container?: string,
): Violation {
  const { at, path = `${base}.${at}`, message } = breach;
  const violation: Writable<Violation> =
    container === undefined
      ? { path, field: at, message }
      : { path, container, field: at, message };
  if (breach.actual !== undefined) violation.actual = breach.actual;
  if (breach.expected !== undefined) violation.expected = breach.expected;
  if (breach.consequenceOf !== undefined)
    violation.consequenceOf = breach.consequenceOf;
  return violation;
}
