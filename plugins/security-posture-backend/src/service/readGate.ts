import { GateView } from 'backstage-plugin-security-posture-common';
import { EntityPostureRecord } from '../database/records';
import { gateView } from '../views/gateView';
import { productionNames } from '../views/sumEntity';
import { readJudged } from './readJudged';
import { RouteContext } from './RouteContext';

/** Findings that the gate names. */
const BLOCKERS_SHOWN = 20;

/** What the production gate answers for an entity now. */
export async function readGate(
  context: RouteContext,
  record: EntityPostureRecord,
): Promise<GateView> {
  const { reader, settings, controls, clock } = context;
  const { entityRef } = record;
  const { profile } = settings;
  const now = clock();
  const { judged, clusters } = await readJudged(context, record, now);
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
