import {
  ClusterReader,
  ReportImporter,
} from 'backstage-plugin-security-posture-node';
import { ReadinessThresholds } from 'security-posture-engine';
import { Judging } from './Judging';

/** What backend modules and the configuration make of the parts that can be extended. */
export interface Extensions {
  readonly judging: Judging;
  /** Names of the modules that added controls, by id of the control. */
  readonly addedBy: ReadonlyMap<string, string>;
  /** Those of the plugin, and those that were added. */
  readonly importers: readonly ReportImporter[];
  /** The thresholds of readiness where the configuration sets none of its own. */
  readonly readinessPolicy: ReadinessThresholds;
  /** Takes the place of the reader that asks the kubernetes plugin. */
  readonly reader?: ClusterReader;
}
