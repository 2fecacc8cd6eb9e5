import {
  ImageSubject,
  Inventory,
  KubernetesObject,
  NotEvaluatedReason,
  subjectKey,
  usedSubjects,
  Workload,
} from 'security-posture-engine';
import { ExemptAnnotations, exemptAnnotationsOf } from './exemptAnnotations';
import { ExposureFacts, exposureFactsOf } from './exposureFacts';
import { bytesOf, fitLists } from './fitLists';
import { readOr } from './readOr';

/** What is kept of a workload beside its findings: what pages and the resolving of entities need. At most 4 kB. */
export interface SubjectFacts {
  readonly images: readonly string[];
  readonly serviceAccount?: string;
  /** Keys of the images and the service account that it uses: what is found on them belongs to its entity too. */
  readonly uses: readonly string[];
  readonly runtimeClassName?: string;
  /** Handler of the runtime class, where there is such a class. */
  readonly runtimeHandler?: string;
  /** Why it is not known in which runtime it runs. */
  readonly runtimeUnread?: NotEvaluatedReason;
  /** What its annotations say of exemptions. */
  readonly exempt?: ExemptAnnotations;
  /** Who can reach it; undefined of what is no workload, and until it is judged anew after an upgrade. */
  readonly exposure?: ExposureFacts;
}

const MOST_BYTES = 4000;

const MOST_IMAGES = 12;
const MOST_IMAGE_BYTES = 1400;
const MOST_USED = 30;
const MOST_CHARACTERS = 150;

type RuntimeFacts = Pick<
  SubjectFacts,
  'runtimeClassName' | 'runtimeHandler' | 'runtimeUnread'
>;

/**
 * The facts of a workload of a cluster. What has the wrong type in the manifest is left out.
 * It still uses the images that it was seen to run (`lastImages`, keys) where its pods could not be listed.
 */
export function factsOf(
  workload: Workload,
  inventory: Inventory,
  cluster: string,
  lastImages: readonly string[] = [],
): SubjectFacts {
  const exempt = exemptAnnotationsOf(workload);
  const serviceAccount = readOr(undefined, () => workload.serviceAccountName);
  const facts = {
    images: imagesOf(workload),
    ...(serviceAccount ? { serviceAccount: shorten(serviceAccount) } : {}),
    uses: usesOf(workload, inventory, cluster, lastImages),
    ...runtimeOf(workload, inventory),
    ...(exempt ? { exempt } : {}),
  };
  const room = MOST_BYTES - bytesOf(facts);
  return { ...facts, exposure: exposureFactsOf(workload, inventory, room) };
}

/** The keys of what a workload uses, of its facts as they are stored. */
export function storedUses(facts: string): readonly string[] {
  return (JSON.parse(facts) as Partial<SubjectFacts>).uses ?? [];
}

/** The facts of an image: by which references workloads ask for it. */
export function factsOfImage({ uses }: ImageSubject): SubjectFacts {
  const references = uses.map(({ reference }) => shorten(reference));
  return {
    images: [...new Set(references)].sort().slice(0, MOST_IMAGES),
    uses: [],
  };
}

function usesOf(
  workload: Workload,
  inventory: Inventory,
  cluster: string,
  lastImages: readonly string[],
): string[] {
  const used = usedSubjects(workload, inventory).map(subject =>
    subjectKey(cluster, subject),
  );
  const kept = inventory.livePods.read ? [] : lastImages;
  return [...new Set([...used, ...kept])].slice(0, MOST_USED).sort();
}

function imagesOf(workload: Workload): string[] {
  const images = readOr([], () =>
    workload.containers.flatMap(
      container => readOr(undefined, () => container.image) ?? [],
    ),
  );
  const kept = [...new Set(images.map(shorten))].sort().slice(0, MOST_IMAGES);
  return [...fitLists({ kept }, MOST_IMAGE_BYTES).kept.kept];
}

function runtimeOf(
  workload: Workload,
  { supporting: { runtimeClasses } }: Inventory,
): RuntimeFacts {
  const name = readOr(null, () => workload.runtimeClassName);
  if (name === null) return { runtimeUnread: 'parseError' };
  if (!name) return {};
  const runtimeClassName = shorten(name);
  if (!runtimeClasses.read)
    return { runtimeClassName, runtimeUnread: runtimeClasses.reason };
  const handler = handlerOf(name, runtimeClasses.items);
  if (handler === undefined) return { runtimeClassName };
  return typeof handler === 'string'
    ? { runtimeClassName, runtimeHandler: shorten(handler) }
    : { runtimeClassName, runtimeUnread: 'parseError' };
}

function handlerOf(name: string, classes: readonly KubernetesObject[]) {
  return classes.find(item => item.metadata.name === name)?.handler;
}

function shorten(text: string): string {
  return text.slice(0, MOST_CHARACTERS);
}
