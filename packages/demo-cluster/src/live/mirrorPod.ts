import { Manifest } from '../objects/Manifest';

const mirror = 'kubernetes.io/config.mirror';

/** Whether a pod is the API server's image of one that a node runs from a file. */
export function isMirrorPod({ kind, metadata }: Manifest): boolean {
  return kind === 'Pod' && metadata.annotations?.[mirror] !== undefined;
}
