import { Knex } from 'knex';
import {
  KUBERNETES_ID_ANNOTATION,
  OwnerReason,
  SuggestedOwner,
} from 'backstage-plugin-security-posture-common';
import { SubjectLabels } from '../../../sweep/subjectLabels';
import { EntityTableRow, ScopeRow } from '../../tables';
import { Visibility, whereVisible } from '../visibleRefs';
import { NamespaceOwner, namespaceOwners } from './namespaceOwners';

/** A workload for which an owner is looked for. */
export interface OwnerlessWorkload {
  readonly id: number;
  readonly cluster: string;
  readonly namespace: string | null;
  readonly labels: SubjectLabels;
}

/** Labels that may name what a workload belongs to, the most telling first. */
const TELLING_LABELS = [
  KUBERNETES_ID_ANNOTATION,
  'app.kubernetes.io/part-of',
] as const;

/** An entity or system that a label may mean. */
interface Candidate {
  readonly ref: string;
  readonly because: OwnerReason;
}

/**
 * Suggests what of the catalog owns workloads, by their ids: the component or system of the name in a label,
 * else the owner of most workloads of the same namespace. Nothing is suggested that the caller may not see.
 */
export async function suggestOwners(
  knex: Knex,
  workloads: readonly OwnerlessWorkload[],
  visibility: Visibility,
): Promise<ReadonlyMap<number, SuggestedOwner>> {
  const candidates = new Map(
    workloads.map(workload => [workload.id, candidatesOf(workload)]),
  );
  const known = await knownRefs(
    knex,
    [...candidates.values()].flat().map(({ ref }) => ref),
    visibility,
  );
  const owners = await namespaceOwners(knex, workloads, visibility);
  return new Map(
    workloads.flatMap(({ id, cluster, namespace }) => {
      const named = candidates.get(id)!.find(({ ref }) => known.has(ref));
      const owner = owners.get(`${cluster} ${namespace}`);
      const suggested = named ?? (owner && ofNamespace(owner));
      return suggested ? [[id, suggested] as const] : [];
    }),
  );
}

function candidatesOf({
  namespace,
  labels,
}: OwnerlessWorkload): readonly Candidate[] {
  return TELLING_LABELS.flatMap(label => {
    const value = labels.own[label] ?? labels.pod[label];
    if (!value) return [];
    const name = value.toLowerCase();
    const because = { kind: 'label', label, value } as const;
    return [
      `component:default/${name}`,
      ...(namespace ? [`component:${namespace}/${name}`] : []),
      `system:default/${name}`,
    ].map(ref => ({ ref, because }));
  });
}

async function knownRefs(
  knex: Knex,
  refs: readonly string[],
  visibility: Visibility,
): Promise<ReadonlySet<string>> {
  const wanted = [...new Set(refs)];
  if (wanted.length === 0) return new Set();
  const entities: Pick<EntityTableRow, 'entity_ref'>[] =
    await knex<EntityTableRow>('entities')
      .whereIn('entity_ref', wanted)
      .whereNull('gone_at')
      .modify(whereVisible, 'entity_ref', visibility)
      .select('entity_ref');
  const scopes: Pick<ScopeRow, 'ref'>[] = await knex<ScopeRow>('scopes')
    .whereIn('ref', wanted)
    .modify(whereVisible, 'ref', visibility)
    .select('ref');
  return new Set([
    ...entities.map(row => row.entity_ref),
    ...scopes.map(row => row.ref),
  ]);
}

function ofNamespace({ owner, workloads, of }: NamespaceOwner): SuggestedOwner {
  return { ref: owner, because: { kind: 'namespace', workloads, of } };
}
