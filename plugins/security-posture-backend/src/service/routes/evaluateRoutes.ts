import {
  EvaluateRequest,
  postureReadPermission,
} from 'backstage-plugin-security-posture-common';
import { Request, Router } from 'express';
import { evaluateManifests } from '../../evaluate/evaluateManifests';
import { LiveRecord, readLiveEntity } from '../../evaluate/readLiveEntity';
import { auditedRead } from '../audited';
import { callerName } from '../callerName';
import { fullRef } from '../fullRef';
import { readCurrentRecord } from '../readRecord';
import { RouteContext } from '../RouteContext';

/** After how many seconds one who was refused may ask again. */
const RETRY_AFTER = 5;

/** Judges what somebody wants to roll out. */
export function addEvaluateRoutes(router: Router, context: RouteContext): void {
  const { access, auditor, auth, clock, judging } = context;

  router.post('/evaluate', async (request, response) => {
    const asked = request.body as EvaluateRequest;
    const entityRef = asked.entityRef && fullRef('entityRef', asked.entityRef);
    const meta = {
      queryType: 'evaluate',
      ...(entityRef ? { entityRef } : {}),
    };
    const answer = await auditedRead(auditor, request, meta, async () => {
      const now = clock();
      const live = await readLive(context, request, entityRef, now);
      const caller = callerName(auth, await access.credentialsOf(request));
      if (judging.isFullFor(caller))
        response.set('Retry-After', String(RETRY_AFTER));
      return judging.run(caller, () =>
        evaluateManifests(context, asked, live, now),
      );
    });
    response.json(answer);
  });
}

/** The entity that is named, as the caller may see it. Asks for the permission in any case. */
async function readLive(
  context: RouteContext,
  request: Request,
  entityRef: string | undefined,
  now: number,
): Promise<LiveRecord | undefined> {
  if (!entityRef) {
    await context.access.require(request, postureReadPermission);
    return undefined;
  }
  const record = await readCurrentRecord(context, request, entityRef);
  return readLiveEntity(context, record, now);
}
