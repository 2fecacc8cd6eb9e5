import { DEFAULT_TABLES } from '../../data/defaultTables';
import { Control } from '../../model/control';
import { CIS_1_12 } from './cisBenchmark112';
import { addTo } from '../../relate/addTo';

/** A recommendation of an older edition, or of a benchmark for a managed service. */
export interface EditionRecommendation {
  readonly id: string;
  /** Number and words of the same recommendation in 1.12; absent where 1.12 has none. */
  readonly in112?: { readonly id: string; readonly title: string };
  readonly controls: readonly Control[];
}

/** One edition of a CIS benchmark. */
export interface CisEdition {
  /** `1.11`, `eks-1.8.0`. */
  readonly edition: string;
  readonly recommendations: readonly EditionRecommendation[];
}

/** Every edition of the CIS benchmarks but 1.12, in which controls are numbered, with those of these controls that answer them. */
export function otherCisEditions(
  controls: readonly Control[],
): readonly CisEdition[] {
  const titles = new Map(
    CIS_1_12.sections.flatMap(({ items }) =>
      items.map(({ id, title }) => [id, title] as const),
    ),
  );
  const editions = new Map<string, EditionRecommendation[]>();
  for (const { edition, id, in112, controls: ids } of DEFAULT_TABLES.cisIds
    .rows) {
    if (edition === CIS_1_12.edition) continue;
    const title = in112 === undefined ? undefined : titles.get(in112);
    const recommendation = {
      id,
      ...(in112 && title ? { in112: { id: in112, title } } : {}),
      controls: controls.filter(control => ids.includes(control.id)),
    };
    addTo(editions, edition, recommendation);
  }
  return Array.from(editions, ([edition, recommendations]) => ({
    edition,
    recommendations,
  }));
}
