import { Labels, Manifest, ObjectReference } from '../objects/Manifest';
import { ManifestSource } from '../objects/ManifestSource';
import { suffixOf } from './derive';
import { LiveContext } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { PodPlan, podSource } from './podSources';
import { podTemplateOf } from './PodSpec';

/** A written workload, its identity and where it is read from. */
export interface Parent {
  source: ManifestSource;
  manifest: Manifest;
  root: string;
}

/** The labels of the pods of a workload. */
export function templateLabels(workload: Manifest): Labels {
  return podTemplateOf(workload).metadata?.labels ?? {};
}

/** The generated name of one child of an owner. */
export function childName(owner: ObjectReference, part: string) {
  const suffix = suffixOf(`${owner.namespace}/${owner.name}/${part}`, 5);
  return { name: `${owner.name}-${suffix}`, generateName: `${owner.name}-` };
}

/** One pod of a workload. */
export function childPod(
  { source, root }: Parent,
  reference: ObjectReference,
  context: LiveContext,
  plan: PodPlan,
): LiveSource {
  const template = () => podTemplateOf(source.read());
  return podSource(plan, { reference, root, template }, context);
}
