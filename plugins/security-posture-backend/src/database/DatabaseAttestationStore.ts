import { Knex } from 'knex';
import { AttestationStore } from './AttestationStore';
import { hideStatement } from './hideStatement';
import {
  getAttestation,
  hasFail,
  isAskedFor,
  listAttestations,
  listForSweep,
  listOutlived,
  saveAttestation,
  withdrawAttestation,
} from './operations/attestations';

type Arguments<Method extends keyof AttestationStore> = Parameters<
  AttestationStore[Method]
>;

/** AttestationStore on a knex database. */
export class DatabaseAttestationStore implements AttestationStore {
  constructor(private readonly knex: Knex) {}

  isAskedFor(...[cluster, control]: Arguments<'isAskedFor'>) {
    return hideStatement('look whether an attestation is asked for', () =>
      isAskedFor(this.knex, cluster, control),
    );
  }

  fails(...[cluster, control]: Arguments<'fails'>) {
    return hideStatement('look whether a control fails', () =>
      hasFail(this.knex, cluster, control),
    );
  }

  save(...[attestation, now]: Arguments<'save'>) {
    return hideStatement('keep an attestation', () =>
      saveAttestation(this.knex, attestation, now),
    );
  }

  get(id: string) {
    return hideStatement('read an attestation', () =>
      getAttestation(this.knex, id),
    );
  }

  list(...[filter]: Arguments<'list'>) {
    return hideStatement('list attestations', () =>
      listAttestations(this.knex, filter),
    );
  }

  withdraw(...[id, by, now]: Arguments<'withdraw'>) {
    return hideStatement('withdraw an attestation', () =>
      withdrawAttestation(this.knex, id, by, now),
    );
  }

  listForSweep(cluster: string) {
    return hideStatement('read the attestations of a cluster', () =>
      listForSweep(this.knex, cluster),
    );
  }

  listOutlived(now: number) {
    return hideStatement('look for expired attestations', () =>
      listOutlived(this.knex, now),
    );
  }
}
