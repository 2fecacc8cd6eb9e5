import { Inventory, KubernetesObject, Workload } from 'security-posture-engine';

/** What is kept of a workload beside its findings: what pages and the resolving of entities need. At most 4 kB. */
export interface SubjectFacts {
  readonly images: readonly string[];
  readonly serviceAccount?: string;
  readonly runtimeClassName?: string;
  /** Handler of the runtime class, where it was read. */
  readonly runtimeHandler?: string;
}

const MOST_IMAGES = 20;
const MOST_CHARACTERS = 150;

/** The facts of a workload. What has the wrong type in the manifest is left out. */
export function factsOf(
  workload: Workload,
  inventory: Inventory,
): SubjectFacts {
  const runtimeClassName = readOr(() => workload.runtimeClassName);
  const runtimeHandler =
    runtimeClassName && handlerOf(runtimeClassName, inventory);
  const serviceAccount = readOr(() => workload.serviceAccountName);
  return {
    images: imagesOf(workload),
    ...(serviceAccount ? { serviceAccount } : {}),
    ...(runtimeClassName ? { runtimeClassName } : {}),
    ...(runtimeHandler ? { runtimeHandler } : {}),
  };
}

function imagesOf(workload: Workload): string[] {
  const images = readOr(() =>
    workload.containers.map(container => readOr(() => container.image)),
  );
  return [
    ...new Set(
      (images ?? []).flatMap(image => image?.slice(0, MOST_CHARACTERS) ?? []),
    ),
  ]
    .sort()
    .slice(0, MOST_IMAGES);
}

function handlerOf(
  name: string,
  { supporting }: Inventory,
): string | undefined {
  const classes = supporting.runtimeClasses;
  const found = classes.read
    ? classes.items.find(
        (item: KubernetesObject) => item.metadata.name === name,
      )
    : undefined;
  return typeof found?.handler === 'string' ? found.handler : undefined;
}

/** What a lazy read gives, or undefined where the value has the wrong type: the control that reads it says so. */
function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === 'MalformedInput')
      return undefined;
    throw error;
  }
}
