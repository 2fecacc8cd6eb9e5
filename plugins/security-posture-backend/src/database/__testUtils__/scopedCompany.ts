import { Knex } from 'knex';
import { CatalogScope, scopeTypeOf } from '../../resolve/CatalogScope';
import {
  aCluster,
  anEntity,
  aPart,
  CRITICAL,
  HIGH,
  MEDIUM,
  NOW,
  talliesBut,
} from '../../views/__testUtils__/samples';
import { saveScopes } from '../operations/saveScopes';
import { EntityPostureRecord } from '../records';
import { ScopedEntity } from '../ResolveStore';
import { fillRolledUp } from './rolledUp';

/** Ref of a component by its name. */
export function ofComponent(name: string): string {
  return `component:default/${name}`;
}

function aScope(ref: string, parent?: string, title?: string): CatalogScope {
  const type = scopeTypeOf(ref)!;
  return {
    ref,
    type,
    ...(parent ? { parent } : {}),
    ...(title ? { title } : {}),
  };
}

/** `acme` over `shop` and `data`, `shop` over `payments`; a domain over two systems. */
export const SCOPES: readonly CatalogScope[] = [
  aScope('group:default/acme'),
  aScope('group:default/shop', 'group:default/acme', 'The 100 % shop'),
  aScope('group:default/payments', 'group:default/shop'),
  aScope('group:default/data', 'group:default/acme'),
  aScope('group:default/empty', 'group:default/acme'),
  aScope('domain:default/sales'),
  aScope('system:default/checkout', 'domain:default/sales'),
  aScope('system:default/books', 'domain:default/sales'),
];

/** What the services of the company belong to. */
const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  cart: ['group:default/shop', 'system:default/checkout'],
  pay: ['group:default/payments', 'system:default/checkout'],
  ledger: [
    'group:default/payments',
    'group:default/data',
    'system:default/books',
  ],
  lake: ['group:default/data'],
  solo: [],
};

/** A service with one workload that fails a control, or none. */
export function aService(
  name: string,
  failing?: typeof CRITICAL | typeof HIGH | typeof MEDIUM,
): EntityPostureRecord {
  const severity = {
    [CRITICAL]: 'critical',
    [HIGH]: 'high',
    [MEDIUM]: 'medium',
  };
  const fail = failing ? { [severity[failing]]: 1 } : {};
  const tally = { pass: 0, notApplicable: 0, notEvaluated: 0, fail };
  return anEntity({
    entityRef: ofComponent(name),
    parts: [
      aPart({ tallies: talliesBut(failing ? { [failing]: tally } : {}) }),
    ],
  });
}

/**
 * Fills an empty database: `cart` scores 31 for a critical finding, `pay` 63 for a high one, `solo` 85 for a medium one,
 * `ledger` 100; `lake` has no workloads.
 */
export async function foundScopedCompany(knex: Knex, now: number = NOW) {
  const entities = [
    aService('cart', CRITICAL),
    aService('pay', HIGH),
    aService('ledger'),
    { ...aService('lake'), parts: [] },
    aService('solo', MEDIUM),
  ];
  await fillScoped(knex, entities, ref => SCOPES_OF[ref.split('/')[1]], now);
}

/** Fills an empty database with entities and the scopes that each is in. */
export async function fillScoped(
  knex: Knex,
  entities: readonly EntityPostureRecord[],
  scopesOf: (entityRef: string) => readonly string[],
  now: number = NOW,
): Promise<void> {
  await fillRolledUp(knex, { clusters: [aCluster()], entities: [] }, now);
  await fillRolledUp(knex, { clusters: [], entities }, now);
  const scoped = entities.map<ScopedEntity>(({ entityRef }) => ({
    entityRef,
    scopes: scopesOf(entityRef),
  }));
  await saveScopes(knex, SCOPES, scoped);
}
