import { Manifest } from '../objects/Manifest';
import { completeMetadata } from './completeMetadata';
import { defaultObject } from './defaultObject';
import { suffixOf } from './derive';
import { LiveContext } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { childPod, Parent, templateLabels } from './Parent';
import { Volume } from './PodSpec';

/** The numbered pods of a StatefulSet, each with its volume claims. */
export function childrenOfStatefulSet(
  parent: Parent,
  context: LiveContext,
): LiveSource[] {
  const { source, manifest } = parent;
  const replicas = Number(manifest.spec?.replicas ?? 1);
  const claims = (manifest.spec?.volumeClaimTemplates ?? []) as Manifest[];
  const revision = suffixOf(`${parent.root}/revision`, 10);
  return Array.from({ length: replicas }, (_, index) => `${index}`).flatMap(
    index => [
      childPod(parent, source, context, {
        name: `${source.name}-${index}`,
        generateName: `${source.name}-`,
        outcome: 'running',
        volumes: claims.map(claim => claimVolume(claim, source.name, index)),
        labels: {
          ...templateLabels(manifest),
          'apps.kubernetes.io/pod-index': index,
          'controller-revision-hash': `${source.name}-${revision}`,
          'statefulset.kubernetes.io/pod-name': `${source.name}-${index}`,
        },
      }),
      ...claims.map(claim => claimSource(claim, parent, index, context)),
    ],
  );
}

function claimVolume(claim: Manifest, set: string, index: string): Volume {
  const { name } = claim.metadata;
  const claimName = `${name}-${set}-${index}`;
  return { name, persistentVolumeClaim: { claimName } };
}

function claimSource(
  claim: Manifest,
  { source, manifest, root }: Parent,
  index: string,
  context: LiveContext,
): LiveSource {
  const { namespace } = source;
  const name = `${claim.metadata.name}-${source.name}-${index}`;
  const labels = templateLabels(manifest);
  const made: Manifest = {
    ...claim,
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { ...claim.metadata, name, namespace, labels },
  };
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace,
    name,
    labels,
    root,
    read: () =>
      completeMetadata(
        defaultObject(made, context.minor),
        made,
        'system',
        context,
      ),
  };
}
