import { ListedEntity } from '../../database/OrganisationReader';
import {
  ClusterRecord,
  EntityPostureRecord,
  ExemptedFailRecord,
} from '../../database/records';
import { countBlocking, countExempted, countOpen } from '../entityParts';
import { judgeEntity } from '../judgeEntity';
import { sumEntity } from '../sumEntity';
import { NOW, settings } from './samples';

/** An entity as lists have to show it, by the rules that its own page goes by. */
export function listedEntity(
  record: EntityPostureRecord,
  clusters: readonly ClusterRecord[],
  exempted: readonly ExemptedFailRecord[] = [],
): ListedEntity {
  const sum = sumEntity(record, clusters, settings.profile, exempted);
  const judged = judgeEntity(record, sum, clusters, settings, NOW);
  const { entityRef, title, owner, system, lifecycle, mapping } = record;
  return {
    entityRef,
    ...(title ? { title } : {}),
    ...(owner ? { owner } : {}),
    ...(system ? { system } : {}),
    ...(lifecycle ? { lifecycle } : {}),
    state: judged.state,
    readiness: judged.readiness,
    raw: sum.raw.score.value,
    effective: sum.effective.score.value,
    coverage: sum.raw.score.coverage,
    open: countOpen(sum.effective.tallies),
    exempted: countExempted(sum.exempted),
    blocking: countBlocking(sum.effective.counted),
    workloads: sum.workloads,
    clusters: mapping.query?.clusters ?? [],
  };
}
