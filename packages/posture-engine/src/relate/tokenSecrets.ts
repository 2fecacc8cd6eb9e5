import { KubernetesObject } from '../model/kubernetesObject';
import { memoByList } from './memo';
import { addTo } from './addTo';

const ACCOUNT = 'kubernetes.io/service-account.name';

const byAccount = memoByList((secrets: readonly KubernetesObject[]) => {
  const index = new Map<string, KubernetesObject[]>();
  for (const secret of secrets) {
    const { namespace = 'default', annotations } = secret.metadata;
    const key = `${namespace}/${annotations?.[ACCOUNT]}`;
    addTo(index, key, secret);
  }
  return index;
});

/** The Secrets of a list that hold a token of a service account. */
export function tokenSecretsOf(
  secrets: readonly KubernetesObject[],
  namespace: string,
  name: string,
): readonly KubernetesObject[] {
  return byAccount(secrets).get(`${namespace}/${name}`) ?? [];
}
