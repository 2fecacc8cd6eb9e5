import { clusterLink } from './links';
import { Message } from './Message';

/** A cluster that went silent, or answers again. */
export interface ToldClusterChange {
  /** Of the change. */
  readonly id: number;
  readonly what: 'clusterUnreachable' | 'clusterAnswers';
  readonly cluster: string;
}

/** What those who look after clusters are told; nothing where nobody is named. */
export function clusterMessage(
  { id, what, cluster }: ToldClusterChange,
  recipients: readonly string[],
): Message | undefined {
  if (recipients.length === 0) return undefined;
  const silent = what === 'clusterUnreachable';
  return {
    event: what,
    key: `cluster:${id}`,
    scope: `cluster:${cluster}`,
    recipients,
    title: silent
      ? `Cluster ${cluster} does not answer`
      : `Cluster ${cluster} answers again`,
    ...(silent
      ? {
          description:
            'Its services keep their last posture. They are not ready any more once that is too old.',
        }
      : {}),
    link: clusterLink(cluster),
    severity: silent ? 'high' : 'normal',
    subject: { cluster },
  };
}
