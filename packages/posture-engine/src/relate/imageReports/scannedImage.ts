import { KubernetesObject } from '../../model/kubernetesObject';
import { ImageReference, parseImageReference } from '../../read/imageReference';
import { isJsonObject, JsonObject } from '../../read/typedReads';

/** The image that a report says it is about. */
export interface ScannedImage {
  /** The digest by which the image was asked for, where the report names it by digest. */
  readonly digest?: string;
  /** Whether a reference of a workload names this image. */
  names(reference: string): boolean;
}

const IMAGE_ID = 'kubescape.io/image-id';
const IMAGE_TAG = 'kubescape.io/image-tag';

/** Reads which image a report of trivy-operator or Kubescape is about; undefined where it does not say. */
export function scannedImageOf(
  report: KubernetesObject,
): ScannedImage | undefined {
  return isJsonObject(report.report)
    ? ofTrivy(report.report)
    : ofKubescape(report);
}

/** The digest that a report vouches for. */
export function saysDigestOf(
  scanned: ScannedImage | undefined,
): string | undefined {
  return scanned?.digest;
}

/** Where `artifact.tag` is set, `artifact.digest` is the id of the image's configuration and not a digest of the registry. */
function ofTrivy({ artifact, registry }: JsonObject): ScannedImage | undefined {
  if (!isJsonObject(artifact)) return undefined;
  const { repository, tag, digest } = artifact;
  if (typeof repository !== 'string') return undefined;
  const server =
    isJsonObject(registry) && typeof registry.server === 'string'
      ? `${registry.server}/`
      : '';
  const isTagged = typeof tag === 'string' && tag !== '';
  const suffix = isTagged ? `:${tag}` : '';
  return {
    ...(!isTagged && typeof digest === 'string' ? { digest } : {}),
    names: sameAs(parseImageReference(`${server}${repository}${suffix}`)),
  };
}

function ofKubescape({
  metadata: { annotations = {} },
}: KubernetesObject): ScannedImage | undefined {
  const id = annotations[IMAGE_ID];
  const tag = annotations[IMAGE_TAG];
  if (!id && !tag) return undefined;
  const digest = id && /sha256:[0-9a-f]{64}$/.exec(id)?.[0];
  return {
    ...(digest ? { digest } : {}),
    names: sameAs(tag ? parseImageReference(tag) : undefined),
  };
}

/** A reference without a tag means `latest`; of one with a digest the tag says nothing. */
function sameAs(scanned: ImageReference | undefined) {
  return (reference: string): boolean => {
    const asked = parseImageReference(reference);
    if (!asked || !scanned) return false;
    const isSamePlace =
      asked.registry === scanned.registry &&
      asked.repository === scanned.repository;
    return (
      isSamePlace &&
      (asked.digest !== undefined ||
        (asked.tag ?? 'latest') === (scanned.tag ?? 'latest'))
    );
  };
}
