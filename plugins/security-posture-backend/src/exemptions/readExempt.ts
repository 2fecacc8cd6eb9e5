import { ExemptAnnotations } from '../sweep/exemptAnnotations';
import { DAY_MS } from './ExemptionSettings';

/** Controls that the annotation of one workload names at most. */
const MOST_CONTROLS = 20;

/** Characters of a reason that says something. */
const LEAST_REASON = 10;

/** What annotations ask for. */
export interface AskedByAnnotation {
  /** Ids of controls that can be exempted. */
  readonly controls: readonly string[];
  /** What is named and is no such control. */
  readonly unknown: readonly string[];
  readonly reason?: string;
  /** Epoch milliseconds. */
  readonly until?: number;
  /** What is missing for an approval, as sentences. */
  readonly missing: readonly string[];
}

/** Reads what annotations ask for. `isExemptable` says of an id whether it is a control that can be exempted. */
export function readExempt(
  annotations: ExemptAnnotations,
  isExemptable: (id: string) => boolean,
): AskedByAnnotation {
  const names = annotations.controls
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const ids = [...new Set(names)].slice(0, MOST_CONTROLS);
  const until = endOf(annotations.until);
  const { reason } = annotations;
  return {
    controls: ids.filter(isExemptable),
    unknown: ids.filter(id => !isExemptable(id)),
    ...(reason === undefined ? {} : { reason }),
    ...(until === undefined ? {} : { until }),
    missing: [
      ...(reason === undefined || reason.length < LEAST_REASON
        ? [
            `The annotation says no reason of at least ${LEAST_REASON} characters`,
          ]
        : []),
      ...(until === undefined
        ? [
            annotations.until === undefined
              ? 'The annotation does not say until when'
              : 'The annotation says until when, but not as a day such as 2026-12-31',
          ]
        : []),
    ],
  };
}

/** A day ends at its last moment; a time is itself. */
function endOf(until: string | undefined): number | undefined {
  if (until === undefined) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
  const isTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(until);
  const time = Date.parse(until);
  if (Number.isNaN(time) || !(isDay || isTime)) return undefined;
  return isDay ? time + DAY_MS : time;
}
