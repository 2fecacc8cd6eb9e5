import { Readiness } from 'backstage-plugin-security-posture-common';
import { Severity } from 'security-posture-engine';

/** How things stand, over all clusters and entities. */
export interface ObservedState {
  /** Open failing findings by cluster, of every cluster that is configured. */
  readonly findings: ReadonlyMap<string, Readonly<Record<Severity, number>>>;
  readonly entities: Readonly<Record<Readiness, number>>;
  /** How long the oldest scan that was asked for waits; 0 where none waits. */
  readonly queueSeconds: number;
}
