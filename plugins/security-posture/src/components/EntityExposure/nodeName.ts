import type { ExposureNode } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { PostureTranslate } from '../../translation/usePostureTranslation';
import { rightWords } from '../RightWords';

/** The short names that kubectl knows. */
const SHORT_KINDS: Readonly<Record<string, string>> = {
  Service: 'svc',
  Ingress: 'ingress',
};

/** A thing as people call it: `svc/payments-api`, `deploy/payments-api`; a right in words. */
export function nodeName(node: ExposureNode, t: PostureTranslate): string {
  if (node.right) return rightWords(node.right, t);
  const { type, cluster, kind, name } = node;
  if (type === 'workload' || type === 'serviceAccount')
    return subjectName({ cluster, apiVersion: '', kind, name });
  return `${SHORT_KINDS[kind] ?? kind}/${name}`;
}

/** Hosts as one text: "shop.example.com, every host and 2 more"; undefined where it serves none by itself. */
export function hostWords(
  { hosts = [], moreHosts }: ExposureNode,
  t: PostureTranslate,
): string | undefined {
  if (hosts.length === 0) return undefined;
  const listed = hosts
    .map(({ host }) => (host === '*' ? t('entity.exposure.everyHost') : host))
    .join(', ');
  return moreHosts ? t('entity.more', { listed, count: moreHosts }) : listed;
}

/** Whether all hosts of an entry are served over TLS, in words. */
export function tlsWords(
  { hosts = [] }: ExposureNode,
  t: PostureTranslate,
): string | undefined {
  const use = (['no', 'unknown', 'yes'] as const).find(tls =>
    hosts.some(host => host.tls === tls),
  );
  return use && t(`entity.exposure.tls.${use}`);
}
