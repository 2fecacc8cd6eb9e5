import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ClusterReader } from 'backstage-plugin-security-posture-node';
import { Added } from './AddedById';
import { chosen } from './chosen';

/** Id of the reader that asks the kubernetes plugin. */
export const KUBERNETES_READER = 'kubernetes';

const KEY = 'securityPosture.clusters.reader';

/**
 * The reader that reads all clusters; undefined for that of the kubernetes plugin. What is added goes before it, unless
 * the configuration says otherwise.
 */
export function chooseReader(
  config: Config,
  added: ReadonlyMap<string, Added<ClusterReader>>,
): ClusterReader | undefined {
  const [first = KUBERNETES_READER, second] = added.keys();
  if (second !== undefined && !config.has(KEY)) {
    const modules = [...added.values()].map(({ module }) => module);
    throw new InputError(
      `Modules ${modules.join(' and ')} each add a cluster reader, and one ` +
        `reads all clusters: ${KEY} has to be one of ${[...added.keys()].join(
          ', ',
        )}, ${KUBERNETES_READER}`,
    );
  }
  const readers = new Map<string, { readonly thing?: ClusterReader }>([
    ...added,
    [KUBERNETES_READER, {}],
  ]);
  return chosen(config, KEY, readers, first).thing;
}
