import { notAcceptable } from './apiErrors';

/** One entry of an `Accept` header. */
export interface MediaType {
  type: string;
  parameters: Record<string, string>;
}

/** What an answer may be turned into: `as` and its group and version. */
export interface Representation {
  as: string;
  group: string;
  version: string;
}

export const partialObject: Representation = {
  as: 'PartialObjectMetadata',
  group: 'meta.k8s.io',
  version: 'v1',
};
export const partialObjectList: Representation = {
  as: 'PartialObjectMetadataList',
  group: 'meta.k8s.io',
  version: 'v1',
};
export const discoveryList: Representation = {
  as: 'APIGroupDiscoveryList',
  group: 'apidiscovery.k8s.io',
  version: 'v2',
};

/**
 * Chooses the first acceptable form of an answer.
 *
 * @returns one of the representations offered, or undefined for plain JSON
 * @throws ApiError 406 if the client accepts neither.
 */
export function chooseRepresentation(
  accept: string | undefined,
  offered: Representation[],
): Representation | undefined {
  for (const mediaType of parseAccept(accept ?? '*/*')) {
    const { as } = mediaType.parameters;
    const representation = representationIn(mediaType, offered);
    if (representation) {
      return representation;
    }
    if (as === undefined && isJson(mediaType)) {
      return undefined;
    }
  }
  throw notAcceptable('application/json');
}

/** Which of the representations offered an entry of an `Accept` header asks for. */
export function representationIn(
  mediaType: MediaType,
  offered: Representation[],
): Representation | undefined {
  return offered.find(offer => asksFor(mediaType, offer));
}

function asksFor(mediaType: MediaType, offer: Representation): boolean {
  const { as, g, v } = mediaType.parameters;
  return (
    isJson(mediaType) &&
    as === offer.as &&
    g === offer.group &&
    v === offer.version
  );
}

function isJson({ type }: MediaType): boolean {
  return ['application/json', 'application/*', '*/*'].includes(type);
}

/** The entries of an `Accept` header, in their order. */
export function parseAccept(accept: string): MediaType[] {
  return accept.split(',').map(entry => {
    const [type, ...parameters] = entry.split(';').map(part => part.trim());
    return {
      type,
      parameters: Object.fromEntries(
        parameters.map(parameter => parameter.split('=')),
      ),
    };
  });
}
