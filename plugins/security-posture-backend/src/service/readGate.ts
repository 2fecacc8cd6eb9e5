import { GateView } from 'backstage-plugin-security-posture-common';
import { EntityPostureRecord } from '../database/records';
import { gateView } from '../views/gateView';
import { judgeEntity } from '../views/judgeEntity';
import { productionNames, sumEntity } from '../views/sumEntity';
import { RouteContext } from './RouteContext';

/** Findings that the gate names. */
const BLOCKERS_SHOWN = 20;

/** What the production gate answers for an entity now. */
export async function readGate(
  { reader, settings, controls, clock }: RouteContext,
  record: EntityPostureRecord,
): Promise<GateView> {
  const { entityRef } = record;
  const { profile } = settings;
  const now = clock();
  const [clusters, exempted] = await Promise.all([
    reader.listClusters(),
    reader.listExemptedFails(entityRef, now),
  ]);
  const sum = sumEntity(record, clusters, profile, exempted);
  const judged = judgeEntity(record, sum, clusters, settings, now);
  const production = productionNames(clusters);
  const blocking = await reader.listFindings({
    entityRef,
    outcomes: ['fail'],
    severities: ['critical', 'high'],
    controls: Object.keys(profile.severities),
    ...(production.size ? { clusters: [...production] } : {}),
    exempted: { is: false, at: now },
    offset: 0,
    limit: BLOCKERS_SHOWN,
  });
  return gateView({ record, judged, clusters, blocking }, controls);
}
