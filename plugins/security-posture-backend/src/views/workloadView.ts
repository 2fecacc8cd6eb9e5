import {
  SeverityCounts,
  WorkloadView,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES } from 'security-posture-engine';
import { EntityWorkload } from '../database/EntityDetailsReader';
import { isoTime } from './isoTime';
import { resourceView } from './resourceView';

/** A workload with its outcomes in numbers. */
export function workloadView(workload: EntityWorkload): WorkloadView {
  const outcomes = { pass: 0, fail: 0, notApplicable: 0, notEvaluated: 0 };
  for (const { outcome } of workload.outcomes) outcomes[outcome] += 1;
  const failing = countFailing(workload);
  const worst = SEVERITIES.find(severity => failing[severity] > 0);
  const { images, serviceAccount } = workload.facts;
  return {
    resource: resourceView(workload),
    images: [...images],
    ...(serviceAccount ? { serviceAccount } : {}),
    firstSeenAt: isoTime(workload.firstSeenAt),
    outcomes,
    failing,
    ...(worst ? { worst } : {}),
  };
}

function countFailing({ outcomes }: EntityWorkload): SeverityCounts {
  const failing = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { outcome, severity } of outcomes)
    if (outcome === 'fail') failing[severity] += 1;
  return failing;
}
