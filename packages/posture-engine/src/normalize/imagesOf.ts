import { Container } from '../model/container';
import { ImageSubject, ImageUse } from '../model/judgedSubject';
import { LivePod } from '../model/livePod';
import { Workload } from '../model/workload';
import { unlessMalformed } from '../kit/unlessMalformed';
import { podsOfWorkload } from '../relate/podsOfWorkload';

const PINNED = /@(sha256:[0-9a-f]{64})$/;

/**
 * The images that workloads use, each once: by the digests of its running containers, else by the digest of its reference,
 * else by the reference itself. A container whose image cannot be read uses none.
 */
export function imagesOf(
  workloads: readonly Workload[],
  livePods: readonly LivePod[],
): readonly ImageSubject[] {
  const images = new Map<string, ImageUse[]>();
  for (const workload of workloads)
    for (const { names, use } of usesOf(workload, livePods))
      for (const name of names) {
        const uses = images.get(name);
        if (uses) uses.push(use);
        else images.set(name, [use]);
      }
  return Array.from(images, ([name, uses]) => imageSubject(name, uses));
}

/** The names of the images that a workload uses, as `imagesOf` names them. */
export function imageNamesOf(
  workload: Workload,
  livePods: readonly LivePod[],
): readonly string[] {
  return [...new Set(usesOf(workload, livePods).flatMap(({ names }) => names))];
}

/** An image by its name: a digest or a reference. */
export function imageSubject(
  name: string,
  uses: readonly ImageUse[],
): ImageSubject {
  return {
    subject: { type: 'image', apiVersion: '', kind: 'Image', name },
    ...(name.startsWith('sha256:') ? { digest: name } : {}),
    uses,
  };
}

interface NamedUse {
  readonly names: readonly string[];
  readonly use: ImageUse;
}

function usesOf(
  workload: Workload,
  livePods: readonly LivePod[],
): readonly NamedUse[] {
  const pods = podsOfWorkload(workload.subject, livePods);
  return (unlessMalformed(() => workload.containers) ?? []).flatMap(
    container => {
      const named = unlessMalformed(() => nameOf(container));
      if (!named) return [];
      const { name, reference } = named;
      return [
        {
          names: digestsOf(name, pods) ?? [
            PINNED.exec(reference)?.[1] ?? reference,
          ],
          use: { workload, container: name, reference },
        },
      ];
    },
  );
}

function nameOf({ name, image }: Container) {
  return image ? { name, reference: image } : undefined;
}

/** During a roll-out a container runs by several digests. */
function digestsOf(
  container: string,
  pods: readonly LivePod[],
): readonly string[] | undefined {
  const digests = new Set(
    pods.flatMap(({ imageDigests }) => imageDigests[container] ?? []),
  );
  return digests.size ? [...digests] : undefined;
}
