import { Readable } from 'node:stream';
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import type { CollatorServices } from './ControlCollatorFactory';
import { EntityTexts } from './EntityTexts';

/** Findings that one request answers with: the most that the API gives. */
const PAGE = 200;

/**
 * A document for each entity with its open findings as text. Whoever may not see the entity does not find it.
 * What belongs to no entity has nobody who could be asked, so it is left out.
 */
export class FindingCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'security-posture';
  readonly visibilityPermission = catalogEntityReadPermission;

  constructor(private readonly services: CollatorServices) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.documents());
  }

  private async *documents(): AsyncGenerator<IndexableDocument> {
    for (const [entityRef, text] of await this.readTexts()) {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      yield {
        title: `Security posture of ${name}`,
        text,
        location: `/catalog/${namespace}/${kind}/${name}/security-posture`,
        authorization: { resourceRef: entityRef },
      };
    }
  }

  private async readTexts(): Promise<Iterable<[string, string]>> {
    const { auth, posture } = this.services;
    const texts = new EntityTexts();
    let cursor: string | undefined;
    do {
      const credentials = await auth.getOwnServiceCredentials();
      const page = await posture.as(credentials).getFindings({
        outcomes: ['fail'],
        limit: PAGE,
        ...(cursor ? { cursor } : {}),
      });
      page.items.forEach(finding => texts.add(finding));
      cursor = page.nextCursor;
    } while (cursor);
    return texts.entries();
  }
}
