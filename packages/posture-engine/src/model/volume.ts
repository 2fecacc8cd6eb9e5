import {
  JsonObject,
  listAt,
  isJsonObject,
  objectAt,
  objectOrEmpty,
  stringAt,
} from '../read/typedReads';

/** One volume of a pod. */
export interface Volume {
  readonly path: string;
  readonly name: string | undefined;
  /** The volume's source: `hostPath`, `emptyDir`. Undefined where it has none, which the API server reads as emptyDir. */
  readonly source: string | undefined;
  /** Path on the node, for a `hostPath`. */
  readonly hostPath: string | undefined;
  readonly hostPathType: string | undefined;
  /** Claim, for a `persistentVolumeClaim`. */
  readonly claimName: string | undefined;
  readonly configMapNames: readonly string[];
  readonly secretNames: readonly string[];
  /** True where it projects a service account token. */
  readonly projectsServiceAccountToken: boolean;
  /** For whom its service account tokens are; an empty text is the API server. */
  readonly tokenAudiences: readonly string[];
}

/** Reads a volume. Throws MalformedInput where a value has the wrong type. */
export function volumeAt(volume: JsonObject, path: string): Volume {
  const hostPath = objectAt(volume, 'hostPath', path);
  const claim = objectAt(volume, 'persistentVolumeClaim', path);
  const sources = projectedSources(volume, path);
  return {
    path,
    name: stringAt(volume, 'name', path),
    source: Object.keys(volume).find(
      key =>
        key !== 'name' && volume[key] !== null && volume[key] !== undefined,
    ),
    hostPath:
      hostPath && (stringAt(hostPath, 'path', `${path}.hostPath`) ?? ''),
    hostPathType: hostPath && stringAt(hostPath, 'type', `${path}.hostPath`),
    claimName:
      claim &&
      (stringAt(claim, 'claimName', `${path}.persistentVolumeClaim`) ?? ''),
    configMapNames: configMapNames(volume, sources, path),
    secretNames: secretNames(volume, sources, path),
    projectsServiceAccountToken: sources.some(source =>
      isJsonObject(source.serviceAccountToken),
    ),
    tokenAudiences: sources.flatMap((source, index) =>
      audienceOf(source, `${path}.projected.sources[${index}]`),
    ),
  };
}

function projectedSources(
  volume: JsonObject,
  path: string,
): readonly JsonObject[] {
  const projected = objectOrEmpty(volume, 'projected', path);
  return listAt(projected, 'sources', `${path}.projected`).filter(isJsonObject);
}

function audienceOf(source: JsonObject, path: string): readonly string[] {
  const token = objectAt(source, 'serviceAccountToken', path);
  return token
    ? [stringAt(token, 'audience', `${path}.serviceAccountToken`) ?? '']
    : [];
}

function secretNames(
  volume: JsonObject,
  sources: readonly JsonObject[],
  path: string,
): readonly string[] {
  const secret = objectOrEmpty(volume, 'secret', path);
  const own = stringAt(secret, 'secretName', `${path}.secret`);
  const projected = sources.flatMap((source, index) => {
    const at = `${path}.projected.sources[${index}]`;
    const one = objectOrEmpty(source, 'secret', at);
    return stringAt(one, 'name', `${at}.secret`) ?? [];
  });
  return own ? [own, ...projected] : projected;
}

function configMapNames(
  volume: JsonObject,
  sources: readonly JsonObject[],
  path: string,
): readonly string[] {
  const own = stringAt(
    objectOrEmpty(volume, 'configMap', path),
    'name',
    `${path}.configMap`,
  );
  const projected = sources.flatMap((source, index) => {
    const at = `${path}.projected.sources[${index}]`;
    return (
      stringAt(
        objectOrEmpty(source, 'configMap', at),
        'name',
        `${at}.configMap`,
      ) ?? []
    );
  });
  return own ? [own, ...projected] : projected;
}
