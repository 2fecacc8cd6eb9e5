import { createHash } from 'node:crypto';
import { Profile } from 'security-posture-engine';
import { ClusterRecord, EntityPostureRecord } from '../database/records';
import { EntitySum, productionNames, sumEntity } from '../views/sumEntity';

interface KeptSum {
  readonly fingerprint: string;
  readonly sum: EntitySum;
}

/** Adds up the parts of entities, and keeps the sum of each as long as its parts do not change. */
export class EntitySums {
  private kept: ReadonlyMap<string, KeptSum> = new Map();

  constructor(private readonly profile: Profile) {}

  /** Begins a round over all entities: sums that it does not ask for are forgotten at its end. */
  begin(clusters: readonly ClusterRecord[]): {
    sumOf(record: EntityPostureRecord): EntitySum;
    end(): void;
  } {
    const production = [...productionNames(clusters)];
    const next = new Map<string, KeptSum>();
    return {
      sumOf: record => {
        const fingerprint = fingerprintOf(record, production);
        const before = this.kept.get(record.entityRef);
        const sum =
          before?.fingerprint === fingerprint
            ? before.sum
            : sumEntity(record, clusters, this.profile);
        next.set(record.entityRef, { fingerprint, sum });
        return sum;
      },
      end: () => {
        this.kept = next;
      },
    };
  }
}

function fingerprintOf(
  { parts }: EntityPostureRecord,
  production: readonly string[],
): string {
  return createHash('sha256')
    .update(JSON.stringify([parts, production]))
    .digest('base64');
}
