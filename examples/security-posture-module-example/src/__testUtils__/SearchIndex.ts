import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';

/** Stands in the place of the portal's search, and indexes when it is told to. */
export class SearchIndex {
  private readonly factories: DocumentCollatorFactory[] = [];

  readonly feature = createBackendPlugin({
    pluginId: 'search',
    register: env => {
      env.registerExtensionPoint(searchIndexRegistryExtensionPoint, {
        addCollator: ({ factory }) => this.factories.push(factory),
        addDecorator: () => {},
      });
      env.registerInit({ deps: {}, init: async () => {} });
    },
  });

  /** All documents of a type. */
  async documentsOf(type: string): Promise<readonly IndexableDocument[]> {
    const factory = this.factories.find(one => one.type === type);
    if (!factory) throw new Error(`Nobody brings documents of ${type}`);
    const documents: IndexableDocument[] = [];
    for await (const document of await factory.getCollator())
      documents.push(document);
    return documents;
  }
}
