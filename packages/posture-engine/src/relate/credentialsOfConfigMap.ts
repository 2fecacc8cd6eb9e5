import { credentialsInText, decodeBase64 } from '../detect/credentialsInText';
import { KubernetesObject } from '../model/kubernetesObject';
import { stringMapAt } from '../read/typedReads';

/** A key of a ConfigMap under which a credential lies. */
export interface ConfigMapCredential {
  /** `data` or `binaryData`, and the key. */
  readonly place: string;
  /** Names of the entries inside the value; empty where the whole value is meant. */
  readonly entries: readonly string[];
}

const known = new WeakMap<KubernetesObject, readonly ConfigMapCredential[]>();

/**
 * The credentials of a ConfigMap, by key. Remembered as long as the ConfigMap lives, for many workloads may share it.
 * Throws MalformedInput where data has the wrong type.
 */
export function credentialsOfConfigMap(
  configMap: KubernetesObject,
): readonly ConfigMapCredential[] {
  let credentials = known.get(configMap);
  if (!credentials) {
    credentials = [
      ...credentialsOf(configMap, 'data', text => text),
      ...credentialsOf(
        configMap,
        'binaryData',
        text => decodeBase64(text) ?? text,
      ),
    ];
    known.set(configMap, credentials);
  }
  return credentials;
}

function credentialsOf(
  configMap: KubernetesObject,
  field: 'data' | 'binaryData',
  read: (text: string) => string,
): ConfigMapCredential[] {
  const path = `ConfigMap ${configMap.metadata.name}`;
  return Object.entries(stringMapAt(configMap, field, path)).flatMap(
    ([key, value]) => {
      if (!value) return [];
      const names = credentialsInText(key, read(value));
      return names.length
        ? [
            {
              place: `${field}["${key}"]`,
              entries: names.filter(name => name !== key),
            },
          ]
        : [];
    },
  );
}
