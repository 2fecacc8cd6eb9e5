import { NotFoundError } from '@backstage/errors';
import {
  postureClusterReadPermission,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { FindingRecord } from '../../database/records';
import { gapConcerns, gapFinding } from '../../views/gapFindings';
import { findingEpisode } from '../../views/historyViews';
import { auditedRead } from '../audited';
import { findingViews } from '../entityFindings';
import { RouteContext } from '../RouteContext';

/** Episodes that the answer shows. */
const EPISODES_SHOWN = 50;

/** Entities that the answer names. */
const ENTITIES_NAMED = 20;

interface OwnedFinding {
  readonly finding: FindingRecord;
  readonly entityRefs: readonly string[];
}

/** A finding, and those of its entities that the caller may see. */
interface SeenFinding extends OwnedFinding {
  readonly seenRefs: readonly string[];
}

/** One finding, open or closed. */
export function addFindingRoutes(router: Router, context: RouteContext): void {
  const { auditor } = context;

  router.get('/findings/:key', async (request, response) => {
    const meta = { queryType: 'finding', key: request.params.key };
    const { finding, entityRefs, seenRefs } = await auditedRead(
      auditor,
      request,
      meta,
      () => readFinding(context, request),
    );
    const owner = entityRefs.length === 1 ? entityRefs[0] : undefined;
    const [view] = await findingViews(context, [finding], owner);
    const episodes = await context.history.listEpisodes(
      finding.key,
      EPISODES_SHOWN,
    );
    response.json({
      ...view,
      entities: [...seenRefs],
      episodes: episodes.map(findingEpisode),
    });
  });
}

/**
 * A finding of an entity that the caller may see, or of nobody where the caller may read clusters;
 * anything else gives the same NotFoundError.
 */
async function readFinding(
  context: RouteContext,
  request: Request,
): Promise<SeenFinding> {
  const { access } = context;
  const credentials = await access.require(request, postureReadPermission);
  const { key } = request.params;
  const owned = await findOwned(context, key);
  const owners = owned?.entityRefs ?? [];
  const [seen, seesClusters] = await Promise.all([
    access.firstSeen(credentials, owners, ENTITIES_NAMED),
    access.holds(credentials, postureClusterReadPermission),
  ]);
  if (!owned || !(owners.length ? seen.length : seesClusters))
    throw new NotFoundError(
      `There is no finding ${key} that you may see. It may have been removed with its workload`,
    );
  return { ...owned, seenRefs: seen };
}

async function findOwned(
  context: RouteContext,
  key: string,
): Promise<OwnedFinding | undefined> {
  return (await context.reader.getFinding(key)) ?? findGap(context, key);
}

/** The gap of a whole cluster, which belongs to every entity that it leaves unanswered. */
async function findGap(
  { reader, controls }: RouteContext,
  key: string,
): Promise<OwnedFinding | undefined> {
  const clusters = await reader.listClusters();
  const gaps = await reader.listGaps(clusters.map(({ name }) => name));
  for (const gap of gaps) {
    const finding = gapFinding(gap, controls);
    if (finding?.key !== key) continue;
    const entityRefs = (await reader.listEntities())
      .filter(record => gapConcerns(gap, record))
      .map(({ entityRef }) => entityRef);
    return { finding, entityRefs };
  }
  return undefined;
}
