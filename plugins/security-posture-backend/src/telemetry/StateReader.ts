import { Knex } from 'knex';
import { hideStatement } from '../database/hideStatement';
import { DatabaseOrganisationReader } from '../database/DatabaseOrganisationReader';
import { countOpenFails } from '../database/operations/countOpenFails';
import { oldestWaitingRequest } from '../database/operations/scans';
import { ReadinessTerms } from '../database/operations/readinessSql';
import { ExpiringCache } from '../service/ExpiringCache';
import { ObservedState } from './ObservedState';

/** How long a state is good, in milliseconds: gauges that are collected together are of one moment. */
const LIFETIME_MS = 30_000;

/** What the state is read with. */
export interface StateReaderOptions {
  readonly knex: Knex;
  readonly thresholds: ReadinessTerms['thresholds'];
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Reads how things stand from the database: every replica tells the same. */
export class StateReader {
  private readonly remembered: ExpiringCache<ObservedState>;

  constructor(private readonly options: StateReaderOptions) {
    const { clock } = options;
    this.remembered = new ExpiringCache({
      lifetime: LIFETIME_MS,
      size: 1,
      clock,
    });
  }

  read(): Promise<ObservedState> {
    return this.remembered.get('state', () =>
      hideStatement('tell metrics how things stand', () => this.load()),
    );
  }

  private async load(): Promise<ObservedState> {
    const { knex, thresholds, clock } = this.options;
    const now = clock();
    const organisation = new DatabaseOrganisationReader(knex);
    const { entities } = await organisation.summarise('all', {
      now,
      thresholds,
    });
    const { total, ready, notReady } = entities;
    const waitingSince = await oldestWaitingRequest(knex);
    return {
      findings: await countOpenFails(knex),
      entities: { ready, notReady, unknown: total - ready - notReady },
      queueSeconds: Math.max(0, now - (waitingSince ?? now)) / 1000,
    };
  }
}
