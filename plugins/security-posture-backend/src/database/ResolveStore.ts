import { Finding } from 'security-posture-engine';
import { EntityLinks } from '../resolve/resolveEntities';
import { OwnerLink } from '../resolve/OwnerIndex';
import { StoredSubject } from '../resolve/SubjectIndex';
import { PartChange } from './SweepStore';

/** A stored workload with what judging it against its owner needs. */
export interface OwnedSubject {
  readonly id: number;
  readonly key: string;
  readonly cluster: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly facts: string;
  /** As published. */
  readonly outcomes: string;
  readonly owners: readonly OwnerLink[];
}

/** Writes how entities are joined to subjects. Writes differences only. */
export interface ResolveStore {
  /** Names of the clusters that the kubernetes plugin lists. */
  listClusterNames(): Promise<readonly string[]>;
  /** Published workloads of these clusters. */
  listStoredSubjects(): Promise<readonly StoredSubject[]>;
  /**
   * Writes entities and links that differ. Entities that are missing get `gone_at`,
   * unless more than a fifth of all would go at once: then none does.
   * Answers with the subjects whose owners, or whose owners' tags, changed.
   */
  saveLinks(
    links: readonly EntityLinks[],
    now: number,
  ): Promise<readonly number[]>;
  /** Who owns the subjects of a cluster. */
  listOwners(cluster: string): Promise<readonly OwnerLink[]>;
  /** Published workloads that belong to an entity, with their owners; only these ids if given. */
  listOwnedSubjects(ids?: readonly number[]): Promise<readonly OwnedSubject[]>;
  /**
   * Replaces the findings of a few controls on a subject, under the number that is published.
   * A subject that a running sweep has written already is left to it.
   */
  saveEntityFindings(
    subject: OwnedSubject,
    findings: readonly Finding[],
    now: number,
  ): Promise<void>;
  /** Writes the parts of a cluster that differ, under the number that is published. Parts that a running sweep has written are left to it. */
  saveClusterParts(
    cluster: string,
    parts: readonly PartChange[],
    library: string,
    now: number,
  ): Promise<void>;
}
