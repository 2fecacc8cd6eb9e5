import type {
  Metric,
  ThresholdConfig,
} from '@red-hat-developer-hub/backstage-plugin-scorecard-common';
import type { PostureFacts } from 'backstage-plugin-security-posture-common';

/** A number that the Scorecard shows of an entity. */
export interface PostureMetric {
  readonly metric: Metric<'number'>;
  readonly thresholds: ThresholdConfig;
  /** Throws an error that says why, where the number is not known: that is never 0. */
  readonly valueOf: (posture: PostureFacts) => number;
}

/** The source of the metrics: what their ids begin with. */
export const DATASOURCE = 'securityPosture';

const score: PostureMetric = {
  metric: {
    id: `${DATASOURCE}.score`,
    title: 'Security posture',
    description:
      'How well the Kubernetes workloads are hardened, 0 to 100: higher is better',
    type: 'number',
    history: true,
  },
  thresholds: {
    rules: [
      { key: 'success', expression: '>=90' },
      { key: 'warning', expression: '>=70' },
      { key: 'error', expression: '<70' },
    ],
  },
  valueOf: knownScore,
};

const openCritical: PostureMetric = {
  metric: {
    id: `${DATASOURCE}.openCritical`,
    title: 'Open critical findings',
    description:
      'Critical findings of Security Posture without an approved exemption',
    type: 'number',
    history: true,
  },
  thresholds: {
    rules: [
      { key: 'success', expression: '<=0' },
      { key: 'error', expression: '>0' },
    ],
  },
  /** What is found is there, whatever is not known besides; that there is none takes knowing everything. */
  valueOf(posture) {
    const { critical } = posture.open;
    if (critical === 0) knownScore(posture);
    return critical;
  },
};

/** All metrics of the module. */
export const POSTURE_METRICS: readonly PostureMetric[] = [score, openCritical];

function knownScore({ state, score: value, clustersFailed }: PostureFacts) {
  if (state !== 'judged') throw new Error(`Nothing was judged: ${state}`);
  if (value === null) throw new Error('Too little could be judged');
  if (clustersFailed > 0)
    throw new Error(
      `Nothing fresh is known of ${clustersFailed} of its clusters`,
    );
  return value;
}
