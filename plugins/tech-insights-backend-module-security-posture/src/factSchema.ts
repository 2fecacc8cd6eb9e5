import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import { controlFacts } from 'backstage-plugin-security-posture-node';

/** The shape of the facts, as Tech Insights wants it. */
export type SecurityPostureFactSchema = FactRetriever['schema'];

const POSTURE_FACTS: SecurityPostureFactSchema = {
  known: {
    type: 'boolean',
    description:
      'True where Security Posture answered for this entity. False where it did not, or does not know the entity: then every other fact is false or null.',
  },
  scanned: {
    type: 'boolean',
    description: 'True where workloads of the entity were scanned and judged.',
  },
  scanAgeHours: {
    type: 'float',
    description:
      'Hours since the oldest last complete scan among the clusters of the entity; null where there was none.',
  },
  clustersFailed: {
    type: 'integer',
    description:
      'Clusters of the entity of which nothing, or nothing fresh, is known; null where the entity is not known.',
  },
  readiness: {
    type: 'string',
    description: 'What the production gate answers: ready, notReady, unknown.',
  },
  ready: {
    type: 'boolean',
    description: 'True where the production gate lets the entity pass.',
  },
  score: {
    type: 'integer',
    description:
      '0 to 100, with exempted findings taken as passes; null where too little was judged.',
  },
  rawScore: {
    type: 'integer',
    description: 'The same with exempted findings counted like any other.',
  },
  grade: { type: 'string', description: 'A to F; null without a score.' },
  coverage: {
    type: 'float',
    description:
      'Share of what should be judged that was, 0 to 1; null where there was nothing to judge.',
  },
  openCritical: {
    type: 'integer',
    description:
      'Open critical findings, exempted ones left out; null where nothing was judged.',
  },
  openHigh: {
    type: 'integer',
    description: 'Open high findings, in the same way.',
  },
  openMedium: {
    type: 'integer',
    description: 'Open medium findings, in the same way.',
  },
  openLow: {
    type: 'integer',
    description: 'Open low findings, in the same way.',
  },
  workloads: {
    type: 'integer',
    description: 'Workloads of the entity; null where it is not known.',
  },
  addedControlsPassing: {
    type: 'set',
    description:
      'The controls that pass among those that backend modules add to the library, each by its id in camelCase with Passes. A control that was not judged is not among them.',
  },
};

/**
 * What each fact means: those on the whole posture, one for each control of the default profile, and one for all controls
 * that modules add. Those have none of their own, for Tech Insights keeps the schema of a version as it first saw it.
 */
export function securityPostureFactSchema(): SecurityPostureFactSchema {
  const controls = controlFacts().map(({ name, control, title }) => [
    name,
    {
      type: 'boolean' as const,
      description: `${title}. True only where ${control} was judged on all that it applies to and fails on nothing that is not exempted.`,
    },
  ]);
  return { ...POSTURE_FACTS, ...Object.fromEntries(controls) };
}
