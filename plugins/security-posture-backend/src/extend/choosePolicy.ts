import { Config } from '@backstage/config';
import { ReadinessPolicy } from 'backstage-plugin-security-posture-node';
import {
  DEFAULT_READINESS_THRESHOLDS,
  ReadinessThresholds,
} from 'security-posture-engine';
import { Added } from './AddedById';
import { chosen } from './chosen';

/** Id of the policy of this plugin. */
export const DEFAULT_POLICY = 'default';

/** The thresholds that the configuration chooses by the name of their policy. */
export function choosePolicy(
  config: Config,
  added: ReadonlyMap<string, Added<ReadinessPolicy>>,
): ReadinessThresholds {
  const policies = new Map<string, ReadinessThresholds>([
    [DEFAULT_POLICY, DEFAULT_READINESS_THRESHOLDS],
    ...[...added].map(([id, { thing }]) => [id, thing] as const),
  ]);
  const { coverage, freshness } = chosen(
    config,
    'securityPosture.readiness.policy',
    policies,
    DEFAULT_POLICY,
  );
  return { coverage, freshness };
}
