import { ImageSubject, ImageUse } from '../../model/judgedSubject';
import { KubernetesObject } from '../../model/kubernetesObject';
import { LivePod } from '../../model/livePod';
import { addTo } from '../addTo';
import { memoByList } from '../memo';
import { podsOfWorkload } from '../podsOfWorkload';
import { reportedContainer } from './reportedContainer';
import { saysDigestOf, ScannedImage, scannedImageOf } from './scannedImage';

/** What the reports of a scanner say of one image. */
export interface ReportsOfImage {
  /** Reports about this image. */
  readonly matching: readonly KubernetesObject[];
  /** True where a container that uses the image has reports, and all are about another image. */
  readonly onlyOthers: boolean;
}

interface ReportIndex {
  readonly byContainer: ReadonlyMap<string, readonly KubernetesObject[]>;
  readonly byDigest: ReadonlyMap<string, readonly KubernetesObject[]>;
}

const NONE: readonly KubernetesObject[] = Object.freeze([]);

const indexOf = memoByList(
  (reports: readonly KubernetesObject[]): ReportIndex => {
    const byContainer = new Map<string, KubernetesObject[]>();
    const byDigest = new Map<string, KubernetesObject[]>();
    for (const report of reports) {
      const about = reportedContainer(report);
      if (about) {
        const { namespace, kind, name, container } = about;
        addTo(byContainer, keyOf(namespace, kind, name, container), report);
      }
      const digest = saysDigestOf(scannedImageOf(report));
      if (digest) addTo(byDigest, digest, report);
    }
    return { byContainer, byDigest };
  },
);

/** What made the pods that run now: the ReplicaSets of the roll-outs that are not superseded. */
const makersOf = memoByList((pods: readonly LivePod[]) => {
  const makers = new Map(
    pods.flatMap(({ madeBy }) =>
      madeBy ? [[`${madeBy.kind} ${madeBy.name}`, madeBy] as const] : [],
    ),
  );
  return [...makers.values()];
});

/**
 * The reports about an image: those that name its digest, and those about a container that uses it,
 * as far as they are about the same image. Reports of ReplicaSets that run no pods any more are no evidence.
 */
export function reportsOfImage(
  image: ImageSubject,
  reports: readonly KubernetesObject[],
  livePods: readonly LivePod[],
): ReportsOfImage {
  const index = indexOf(reports);
  const matching = new Set(
    image.digest ? index.byDigest.get(image.digest) : NONE,
  );
  let onlyOthers = false;
  for (const use of image.uses)
    for (const report of reportsOfUse(use, index, livePods)) {
      if (isAbout(scannedImageOf(report), image, use)) matching.add(report);
      else onlyOthers = true;
    }
  return {
    matching: [...matching],
    onlyOthers: onlyOthers && matching.size === 0,
  };
}

function reportsOfUse(
  { workload, container }: ImageUse,
  { byContainer }: ReportIndex,
  livePods: readonly LivePod[],
): readonly KubernetesObject[] {
  const { namespace, subject } = workload;
  const makers = makersOf(podsOfWorkload(subject, livePods));
  return [{ kind: subject.kind, name: subject.name }, ...makers].flatMap(
    ({ kind, name }) =>
      byContainer.get(keyOf(namespace, kind, name, container)) ?? NONE,
  );
}

/**
 * A report that names a digest is about the image of that digest only. One that names a tag is about whatever
 * its container ran under that reference: the digest it carries is that of the image's configuration, which nobody can compare.
 */
function isAbout(
  scanned: ScannedImage | undefined,
  { digest }: ImageSubject,
  { reference }: ImageUse,
): boolean {
  const named = saysDigestOf(scanned);
  if (named && digest) return named === digest;
  return scanned === undefined || scanned.names(reference);
}

function keyOf(...parts: readonly string[]): string {
  return parts.join(' ');
}
