import type { TechInsightFact } from '@backstage-community/plugin-tech-insights-node';
import { parseEntityRef } from '@backstage/catalog-model';
import type { PostureFacts } from 'backstage-plugin-security-posture-common';
import { controlFacts } from 'backstage-plugin-security-posture-node';

/** Facts by name; null is what is not known. */
export type FactValues = Record<
  string,
  boolean | number | string | string[] | null
>;

/** The facts of the controls that the library has by itself. */
const OF_LIBRARY: ReadonlySet<string> = new Set(
  controlFacts().map(({ name }) => name),
);

/** The row of one entity. */
export function factRow(entityRef: string, facts: FactValues): TechInsightFact {
  return { entity: parseEntityRef(entityRef), facts };
}

/** The facts of an entity that Security Posture knows. Nothing that was not measured is a number. */
export function knownFacts(posture: PostureFacts): FactValues {
  const scanned = posture.state === 'judged';
  const { open, scanAgeSeconds } = posture;
  return {
    known: true,
    scanned,
    scanAgeHours: scanAgeSeconds === null ? null : scanAgeSeconds / 3_600,
    clustersFailed: posture.clustersFailed,
    readiness: posture.readiness,
    ready: posture.readiness === 'ready',
    score: posture.score,
    rawScore: posture.raw,
    grade: posture.grade,
    coverage: posture.coverage,
    openCritical: scanned ? open.critical : null,
    openHigh: scanned ? open.high : null,
    openMedium: scanned ? open.medium : null,
    openLow: scanned ? open.low : null,
    workloads: posture.workloads,
    ...controlValues(posture.controls),
  };
}

/** The facts of an entity of which nothing is known: each one fails whatever check asks for it. */
export function unknownFacts(): FactValues {
  return {
    known: false,
    scanned: false,
    scanAgeHours: null,
    clustersFailed: null,
    readiness: 'unknown',
    ready: false,
    score: null,
    rawScore: null,
    grade: null,
    coverage: null,
    openCritical: null,
    openHigh: null,
    openMedium: null,
    openLow: null,
    workloads: null,
    ...controlValues({}),
  };
}

/** A value for every control of the schema: a fact that is missing would leave its check out of the results. */
function controlValues(passes: Record<string, boolean>): FactValues {
  return {
    ...Object.fromEntries(
      [...OF_LIBRARY].map(name => [name, passes[name] ?? false]),
    ),
    addedControlsPassing: Object.keys(passes)
      .filter(name => passes[name] && !OF_LIBRARY.has(name))
      .sort(),
  };
}
