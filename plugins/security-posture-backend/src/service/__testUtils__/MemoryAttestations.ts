import { NotFoundError } from '@backstage/errors';
import {
  AttestationRecord,
  AttestationsFilter,
  AttestationStore,
  NewAttestation,
} from '../../database/AttestationStore';

/** Attestations in memory. */
export class MemoryAttestations implements AttestationStore {
  items: AttestationRecord[] = [];
  /** Whether controls ask for a person, and whether they fail. */
  asked = true;
  failing = false;

  async isAskedFor() {
    return this.asked;
  }

  async fails() {
    return this.failing;
  }

  async save(attestation: NewAttestation, now: number) {
    const record: AttestationRecord = {
      ...attestation,
      id: `00000000-0000-4000-b000-${String(this.items.length).padStart(
        12,
        '0',
      )}`,
      createdAt: now,
    };
    this.items.push(record);
    return record;
  }

  async get(id: string) {
    return this.items.find(item => item.id === id);
  }

  async list({ cluster, standing, offset, limit }: AttestationsFilter) {
    const matching = this.items.filter(
      item =>
        (cluster === undefined || item.cluster === cluster) &&
        !(standing && item.ended),
    );
    return {
      items: matching.slice(offset, offset + limit),
      total: matching.length,
    };
  }

  async withdraw(id: string, by: string, now: number) {
    const before = await this.get(id);
    if (!before) throw new NotFoundError(`There is no attestation ${id}`);
    const withdrawn: AttestationRecord = {
      ...before,
      ended: before.ended ?? { at: now, by, because: 'withdrawn' },
    };
    this.items = this.items.map(item => (item.id === id ? withdrawn : item));
    return withdrawn;
  }

  async listForSweep() {
    return [];
  }

  async listOutlived() {
    return [];
  }
}
