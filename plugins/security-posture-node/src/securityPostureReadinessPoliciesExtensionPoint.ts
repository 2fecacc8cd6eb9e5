import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ReadinessThresholds } from 'security-posture-engine';

/** How much has to be known, and how fresh it has to be, for the production gate to answer `ready`. */
export interface ReadinessPolicy extends ReadinessThresholds {
  /** Kebab-case. `default` is taken. */
  readonly id: string;
}

/** A readiness policy that a module brings along. */
export interface AddedReadinessPolicy {
  /** Who adds it. */
  readonly module: string;
  readonly policy: ReadinessPolicy;
}

/**
 * Brings named readiness policies, so that an organisation keeps its thresholds in one module for all its portals.
 * A policy is numbers and no code: the database asks by them. An open critical or high finding blocks under each of them.
 */
export interface SecurityPostureReadinessPoliciesExtensionPoint {
  /**
   * Adds a policy, before the plugin starts. It holds where `securityPosture.readiness.policy` names it; the thresholds that
   * the configuration sets itself go before those of the policy.
   *
   * Throws, with a sentence that names the module, where the id is taken or is none, and where the coverage is not between
   * 0 and 1 or the freshness not above 0.
   */
  addReadinessPolicy(added: AddedReadinessPolicy): void;
}

/** The extension point through which a backend module adds readiness policies. */
export const securityPostureReadinessPoliciesExtensionPoint =
  createExtensionPoint<SecurityPostureReadinessPoliciesExtensionPoint>({
    id: 'security-posture.readiness-policies',
  });
