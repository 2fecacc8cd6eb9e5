import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { KubernetesObject } from 'security-posture-engine';
import { syncClusters } from '../../database/operations/syncClusters';
import { toCatalogEntity } from '../../resolve/CatalogEntity';
import { sweepManifests } from '../../service/__testUtils__/sweepManifests';
import { CLUSTERS, PortalSetUp, WholePortal } from './WholePortal';

/** Starts a portal over what a sweep of these objects found just now. */
export async function startHalves(
  knex: Knex,
  objects: readonly KubernetesObject[],
  entities: readonly Entity[],
  rest: Omit<PortalSetUp, 'knex' | 'entities'> = {},
): Promise<WholePortal> {
  const components = entities.filter(({ kind }) => kind === 'Component');
  const stored = components.map(toCatalogEntity);
  await sweepManifests(knex, objects, stored, Date.now());
  const clusters = CLUSTERS.map(each => ({
    ...each,
    scannable: true,
    production: false,
  }));
  await syncClusters(knex, clusters, Date.now());
  return WholePortal.start({ knex, entities, ...rest });
}
