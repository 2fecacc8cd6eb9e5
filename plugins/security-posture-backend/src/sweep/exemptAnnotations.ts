import {
  EXEMPT_ANNOTATION,
  EXEMPT_REASON_ANNOTATION,
  EXEMPT_UNTIL_ANNOTATION,
} from 'backstage-plugin-security-posture-common';
import { Workload } from 'security-posture-engine';
import { readOr } from './readOr';

/** What the annotations of a workload say of exemptions, cut to what is kept. No other annotation is kept. */
export interface ExemptAnnotations {
  /** Ids of controls, joined by commas. */
  readonly controls: string;
  readonly reason?: string;
  readonly until?: string;
}

const MOST_BYTES = { controls: 250, reason: 300, until: 40 };

/** The annotations of a workload that ask for exemptions; undefined where none does. */
export function exemptAnnotationsOf(
  workload: Workload,
): ExemptAnnotations | undefined {
  const annotations: Readonly<Record<string, string>> = readOr(
    {},
    () => workload.annotations,
  );
  const controls = annotations[EXEMPT_ANNOTATION];
  if (!controls?.trim()) return undefined;
  const reason = annotations[EXEMPT_REASON_ANNOTATION]?.trim();
  const until = annotations[EXEMPT_UNTIL_ANNOTATION]?.trim();
  return {
    controls: cut(controls.trim(), MOST_BYTES.controls),
    ...(reason ? { reason: cut(reason, MOST_BYTES.reason) } : {}),
    ...(until ? { until: cut(until, MOST_BYTES.until) } : {}),
  };
}

/** As much of a text as JSON holds in so many bytes. */
function cut(text: string, bytes: number): string {
  let kept = text.slice(0, bytes);
  while (Buffer.byteLength(JSON.stringify(kept)) > bytes)
    kept = kept.slice(0, Math.floor(kept.length * 0.9));
  return kept;
}
