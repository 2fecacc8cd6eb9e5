import { ClusterNode } from 'backstage-plugin-security-posture-common';
import {
  DescribedNode,
  SEVERITIES,
  SEVERITY_WEIGHTS,
} from 'security-posture-engine';
import { ClusterSubjectRecord } from '../../database/ClusterDetailsReader';
import { runningLine, SupportTerms } from './runningVersions';

/** A node with what it runs and how many of its controls fail. */
export function clusterNode(
  { name, facts, outcomes }: ClusterSubjectRecord<DescribedNode>,
  terms: SupportTerms,
): ClusterNode {
  const failing = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { outcome, severity } of outcomes)
    if (outcome === 'fail') failing[severity] += 1;
  const { kubelet, runtime, system } = facts;
  return {
    name,
    ...(kubelet ? { kubelet: runningLine(kubelet, terms) } : {}),
    ...(runtime ? { runtime: runningLine(runtime, terms) } : {}),
    ...(system ? { system: runningLine(system, terms) } : {}),
    failing,
    notEvaluated: outcomes.filter(({ outcome }) => outcome === 'notEvaluated')
      .length,
  };
}

/** Those on which most weighs first, then by name. */
export function heaviestFirst(left: ClusterNode, right: ClusterNode): number {
  return (
    weightOf(right) - weightOf(left) || left.name.localeCompare(right.name)
  );
}

function weightOf({ failing }: ClusterNode): number {
  return SEVERITIES.reduce(
    (sum, severity) => sum + failing[severity] * SEVERITY_WEIGHTS[severity],
    0,
  );
}
