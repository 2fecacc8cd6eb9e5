import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  PostureFacts,
  PosturesByRefsResponse,
} from 'backstage-plugin-security-posture-common';
import { EntityFacts } from '../database/OrganisationReader';
import { createBreather } from '../sweep/createBreather';
import { PostureFactsView } from '../views/PostureFactsView';
import { unresolved } from './readRecord';
import { RouteContext } from './RouteContext';

/**
 * The facts of entities, one for each that the caller may see. The catalog is asked for all of which no posture is known
 * that the caller may see, whether it is hidden, absent or new. Lets other requests be served between.
 */
export async function posturesByRefs(
  context: RouteContext,
  credentials: BackstageCredentials,
  entityRefs: readonly string[],
): Promise<PosturesByRefsResponse> {
  const { access, reader, settings, clock } = context;
  const refs = new Set(entityRefs.map(wholeRef));
  const known = await readKnown(context, credentials, refs);
  const others = [...refs].filter(ref => !known.has(ref));
  const [clusters, seen] = await Promise.all([
    reader.listClusters(),
    access.readEntities(credentials, others),
  ]);
  const view = new PostureFactsView(clusters, settings, clock());
  const breathe = createBreather();
  const items: PostureFacts[] = [];
  for (const ref of refs) {
    const facts = known.get(ref);
    const entity = seen.get(ref);
    if (facts) items.push(view.of(facts));
    else if (entity) items.push(view.ofUnknown(unresolved(entity)));
    await breathe();
  }
  return { items, notFound: others.filter(ref => !seen.has(ref)) };
}

/** Those of these entities that have a posture and that the caller may see, by ref. */
async function readKnown(
  { visible, organisation, settings, clock }: RouteContext,
  credentials: BackstageCredentials,
  refs: ReadonlySet<string>,
): Promise<ReadonlyMap<string, EntityFacts>> {
  const visibility = await visible.of(credentials);
  if (visibility === 'none') return new Map();
  const shown =
    visibility === 'all'
      ? refs
      : new Set([...refs].filter(ref => visibility.has(ref)));
  const facts = await organisation.listEntityFacts(shown, {
    now: clock(),
    thresholds: settings.thresholds,
  });
  return new Map(facts.map(entity => [entity.entityRef, entity]));
}

/** A ref in lower case, as the catalog compares refs. */
function wholeRef(entityRef: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch {
    throw new InputError(
      `${JSON.stringify(
        entityRef.slice(0, 100),
      )} is no full ref, such as component:default/payments-api`,
    );
  }
}
