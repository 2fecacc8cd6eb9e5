import { NotFoundError } from '@backstage/errors';
import { postureReadPermission } from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { FindingRecord } from '../../database/records';
import { findingView } from '../../views/findingView';
import { gapConcerns, gapFinding } from '../../views/gapFindings';
import { auditedRead } from '../audited';
import { RouteContext } from '../RouteContext';

/** What the catalog is asked for where nobody owns the finding, so that the time of the answer tells nothing. */
const NOBODY = 'component:default/nobody';

interface OwnedFinding {
  readonly finding: FindingRecord;
  readonly entityRefs: readonly string[];
}

/** One finding, open or closed. */
export function addFindingRoutes(router: Router, context: RouteContext): void {
  const { auditor, controls } = context;

  router.get('/findings/:key', async (request, response) => {
    const meta = { queryType: 'finding', key: request.params.key };
    const finding = await auditedRead(auditor, request, meta, () =>
      readFinding(context, request),
    );
    response.json(findingView(finding, controls));
  });
}

/** A finding on an entity that the caller may see; anything else gives the same NotFoundError. */
async function readFinding(
  context: RouteContext,
  request: Request,
): Promise<FindingRecord> {
  const { access } = context;
  const credentials = await access.require(request, postureReadPermission);
  const { key } = request.params;
  const owned = await findOwned(context, key);
  const owners = owned?.entityRefs ?? [];
  const seen = await access.seesAny(
    credentials,
    owners.length ? owners : [NOBODY],
  );
  if (!owned || owners.length === 0 || !seen)
    throw new NotFoundError(
      `There is no finding ${key} that you may see. It may have been removed with its workload`,
    );
  return owned.finding;
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
