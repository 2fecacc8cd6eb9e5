import {
  FindingsFilter,
  PostureReader,
  ScanRequests,
} from '../../database/PostureReader';
import {
  ClusterRecord,
  EntityPostureRecord,
  ExemptedFailRecord,
  FindingRecord,
  GapRecord,
  ScanRecord,
  SweepRecord,
} from '../../database/records';

/** A finding with the entities that own its workload. */
export interface OwnedFinding {
  readonly finding: FindingRecord;
  readonly entityRefs: readonly string[];
}

/** A store in memory. */
export class MemoryReader implements PostureReader, ScanRequests {
  clusters: ClusterRecord[] = [];
  entities: EntityPostureRecord[] = [];
  findings: OwnedFinding[] = [];
  /** Exempted fails by entity. */
  exempted = new Map<string, readonly ExemptedFailRecord[]>();
  gaps: GapRecord[] = [];
  sweeps = new Map<string, SweepRecord>();
  scans: ScanRecord[] = [];
  /** Workloads by cluster, owned or not. */
  workloads = new Map<string, number>();
  /** How often all entities were read. */
  listings = 0;

  async listClusters() {
    return this.clusters;
  }

  async getCluster(name: string) {
    return this.clusters.find(cluster => cluster.name === name);
  }

  async getGoneCluster() {
    return undefined;
  }

  async listExemptedFails(entityRef: string) {
    return this.exempted.get(entityRef) ?? [];
  }

  async listStoredEntities() {
    return this.entities;
  }

  async countSubjects() {
    return this.workloads;
  }

  async getLastSweep(cluster: string) {
    return this.sweeps.get(cluster);
  }

  async listLastSweeps() {
    return this.sweeps;
  }

  async getEntity(entityRef: string) {
    const found = this.entities.find(each => each.entityRef === entityRef);
    const open = this.scans.find(
      scan =>
        scan.entityRef === entityRef &&
        scan.clusters.some(({ sweep }) => !sweep || sweep.status === 'running'),
    );
    return found && open ? { ...found, openScan: open.id } : found;
  }

  async listEntities() {
    this.listings += 1;
    return this.entities;
  }

  async listFindings({ offset, limit, ...filter }: FindingsFilter) {
    const all = this.openFindings(filter.entityRef).filter(
      finding =>
        (filter.outcomes?.includes(finding.outcome) ?? true) &&
        (filter.severities?.includes(finding.severity) ?? true) &&
        (filter.controls?.includes(finding.control) ?? true) &&
        (filter.clusters?.includes(finding.cluster) ?? true),
    );
    return {
      items: all.slice(offset, offset + limit),
      total: all.length,
      notes: all.filter(({ severity }) => severity === 'info').length,
    };
  }

  async listFailing(entityRef: string, controls: readonly string[]) {
    return this.openFindings(entityRef).filter(
      ({ outcome, control }) =>
        outcome === 'fail' && controls.includes(control),
    );
  }

  async getFinding(key: string) {
    return this.findings.find(({ finding }) => finding.key === key);
  }

  async listGaps(clusters: readonly string[], at = Infinity) {
    return this.gaps.filter(
      gap => clusters.includes(gap.cluster) && gap.since <= at,
    );
  }

  async getScan(id: string) {
    return this.scans.find(scan => scan.id === id);
  }

  async createScan({
    clusters,
    entityRef,
    requestedBy,
    now,
  }: Parameters<ScanRequests['createScan']>[0]) {
    const number = String(this.scans.length).padStart(12, '0');
    const id = `00000000-0000-4000-8000-${number}`;
    this.scans.push({
      id,
      ...(entityRef ? { entityRef } : {}),
      requestedBy,
      requestedAt: now,
      clusters: clusters.map(cluster => ({ cluster })),
    });
    return id;
  }

  private openFindings(entityRef: string): FindingRecord[] {
    return this.findings
      .filter(({ entityRefs }) => entityRefs.includes(entityRef))
      .map(({ finding }) => finding)
      .filter(({ closedAt }) => closedAt === undefined);
  }
}
