import { KubernetesObject } from '../model/kubernetesObject';
import { objectOrEmpty, stringAt } from '../read/typedReads';
import { memoByList } from './memo';

/** `0`, `0s`, `0h0m0s`: External Secrets reads once and never again. */
const NEVER = /^(?:0+[a-z]*)+$/;

const ofExternalSecrets = memoByList(
  (externalSecrets: readonly KubernetesObject[]) =>
    new Set(externalSecrets.flatMap(secretOfExternalSecret)),
);

const ofCertificates = memoByList(
  (certificates: readonly KubernetesObject[]) =>
    new Set(certificates.flatMap(secretOfCertificate)),
);

/** The lists that tell which Secrets a program renews. */
export interface RenewingLists {
  readonly externalSecrets: readonly KubernetesObject[];
  readonly certificates: readonly KubernetesObject[];
}

/**
 * True for a Secret that a program keeps fresh: one that an ExternalSecret reads again at an interval, or of a cert-manager Certificate.
 * Throws MalformedInput where one of them has a value of the wrong type.
 */
export function isRenewed(
  namespace: string,
  secret: string,
  lists: RenewingLists,
): boolean {
  const key = `${namespace}/${secret}`;
  return (
    ofExternalSecrets(lists.externalSecrets).has(key) ||
    ofCertificates(lists.certificates).has(key)
  );
}

function secretOfExternalSecret({
  metadata,
  ...object
}: KubernetesObject): string[] {
  const path = `ExternalSecret ${metadata.name}`;
  const spec = objectOrEmpty(object, 'spec', path);
  const target = objectOrEmpty(spec, 'target', `${path}.spec`);
  const interval = stringAt(spec, 'refreshInterval', `${path}.spec`);
  const policy = stringAt(spec, 'refreshPolicy', `${path}.spec`);
  const isOnce =
    policy === 'CreatedOnce' ||
    (interval !== undefined && NEVER.test(interval));
  const name = stringAt(target, 'name', `${path}.spec.target`) ?? metadata.name;
  return isOnce ? [] : [`${metadata.namespace ?? 'default'}/${name}`];
}

function secretOfCertificate({
  metadata,
  ...object
}: KubernetesObject): string[] {
  const path = `Certificate ${metadata.name}`;
  const spec = objectOrEmpty(object, 'spec', path);
  const name = stringAt(spec, 'secretName', `${path}.spec`);
  return name ? [`${metadata.namespace ?? 'default'}/${name}`] : [];
}
