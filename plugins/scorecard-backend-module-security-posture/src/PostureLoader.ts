import type { AuthService } from '@backstage/backend-plugin-api';
import type { PostureFacts } from 'backstage-plugin-security-posture-common';
import type { SecurityPostureService } from 'backstage-plugin-security-posture-node';
import DataLoader from 'dataloader';

/** What postures are asked for with, as the plugin that the module runs in. */
export interface PostureLoaderServices {
  readonly auth: AuthService;
  readonly posture: SecurityPostureService;
}

/** Asks for the postures of all entities that are asked for at once in one request: the Scorecard asks entity by entity. Remembers nothing. */
export class PostureLoader {
  private readonly loader: DataLoader<string, PostureFacts>;

  constructor(services: PostureLoaderServices) {
    this.loader = new DataLoader(refs => loadPostures(services, refs), {
      cache: false,
    });
  }

  /** The posture of an entity by its ref in lower case. Rejects where Security Posture does not answer, or does not know the entity. */
  load(entityRef: string): Promise<PostureFacts> {
    return this.loader.load(entityRef);
  }
}

async function loadPostures(
  { auth, posture }: PostureLoaderServices,
  refs: readonly string[],
): Promise<(PostureFacts | Error)[]> {
  const credentials = await auth.getOwnServiceCredentials();
  const { items } = await posture.as(credentials).getPosturesByRefs(refs);
  const known = new Map(items.map(item => [item.entityRef, item]));
  return refs.map(
    ref => known.get(ref) ?? new Error(`Security Posture does not know ${ref}`),
  );
}
