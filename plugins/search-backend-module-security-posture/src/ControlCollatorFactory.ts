import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { postureReadPermission } from 'backstage-plugin-security-posture-common';
import type { SecurityPostureService } from 'backstage-plugin-security-posture-node';

/** What the collators ask with. */
export interface CollatorServices {
  readonly auth: AuthService;
  readonly posture: SecurityPostureService;
}

/** A document for each control, for all who may read postures. */
export class ControlCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'security-posture-controls';
  readonly visibilityPermission = postureReadPermission;

  constructor(private readonly services: CollatorServices) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.documents());
  }

  private async *documents(): AsyncGenerator<IndexableDocument> {
    const { auth, posture } = this.services;
    const credentials = await auth.getOwnServiceCredentials();
    const { controls } = await posture.as(credentials).getControls();
    for (const { id, title, failureTitle, why, fix } of controls) {
      yield {
        title,
        text: [id, failureTitle, why, fix].join('\n'),
        location: `/security-posture/controls/${id}`,
      };
    }
  }
}
