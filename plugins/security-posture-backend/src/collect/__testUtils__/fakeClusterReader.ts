import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
  ListPage,
} from 'backstage-plugin-security-posture-node';

/** A cluster that can be read. */
export const CLUSTER: ClusterDescription = {
  name: 'fake',
  authProvider: 'serviceAccount',
  scannable: true,
};

/** A reader of fixed answers: documents by path, lists by plural name. Everything else is answered with 404. */
export function fakeClusterReader(answers: {
  readonly documents?: Readonly<Record<string, unknown>>;
  readonly lists?: Readonly<Record<string, readonly ListPage[]>>;
}): ClusterReader & { readonly asked: string[] } {
  const asked: string[] = [];
  const notFound = () =>
    new ClusterReadError('not found', { reason: 'unreachable', status: 404 });
  return {
    asked,
    listClusters: async () => [CLUSTER],
    async *list(_, { group, version, plural }) {
      asked.push([group, version, plural].filter(Boolean).join('/'));
      const pages = answers.lists?.[plural];
      if (!pages) throw notFound();
      yield* pages;
    },
    get: async (_, path) => {
      asked.push(path);
      const document = answers.documents?.[path];
      if (document instanceof Error) throw document;
      if (!document) throw notFound();
      return document;
    },
    stream: async () => {
      throw notFound();
    },
  };
}
