import { Manifest } from '../objects/Manifest';
import { completeMetadata, controllerReference } from './completeMetadata';
import { defaultObject } from './defaultObject';
import { LiveContext } from './LiveContext';
import { workloadStatus } from './workloadStatus';

/** Finishes what a controller made. */
export function controlledObject(
  object: Manifest,
  owner: Manifest,
  pods: number,
  context: LiveContext,
): Manifest {
  const { apiVersion, kind, metadata } = owner;
  const { namespace, name } = metadata;
  const ownerReferences = [
    controllerReference({ apiVersion, kind, namespace, name }, context),
  ];
  const owned = {
    ...object,
    metadata: { ...object.metadata, ownerReferences },
  };
  const live = {
    ...defaultObject(owned, context.minor),
    status: workloadStatus(owned, pods, context),
  };
  return completeMetadata(live, owned, 'system', context);
}
