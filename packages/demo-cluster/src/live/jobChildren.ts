import {
  JsonObject,
  Labels,
  Manifest,
  ObjectReference,
} from '../objects/Manifest';
import { controlledObject } from './controlledObject';
import { LiveContext } from './LiveContext';
import { LiveSource } from '../objects/LiveSource';
import { childName, childPod, Parent, templateLabels } from './Parent';

const dayMs = 24 * 60 * 60 * 1000;

/** The Jobs that a CronJob keeps, one a day, and their pods. */
export function childrenOfCronJob(
  parent: Parent,
  context: LiveContext,
): LiveSource[] {
  const { source, manifest, root } = parent;
  const spec = manifest.spec as JsonObject;
  const kept = spec.suspend ? 0 : Number(spec.successfulJobsHistoryLimit ?? 3);
  const today = Math.floor(context.now.getTime() / dayMs);
  return Array.from({ length: kept }, (_, index) => {
    const reference: ObjectReference = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      namespace: source.namespace,
      name: `${source.name}-${((today - index) * dayMs) / 60_000}`,
    };
    const job: LiveSource = {
      ...reference,
      labels: jobLabels(manifest),
      root,
      read: () => jobOf(source.read(), reference, context),
    };
    return [job, ...jobPods(parent, reference, context)];
  }).flat();
}

function jobLabels(cronJob: Manifest): Labels {
  const template = cronJob.spec?.jobTemplate as Partial<Manifest>;
  return template.metadata?.labels ?? {};
}

function jobOf(
  cronJob: Manifest,
  { apiVersion, kind, namespace, name }: ObjectReference,
  context: LiveContext,
): Manifest {
  const { metadata, spec } = cronJob.spec?.jobTemplate as Partial<Manifest>;
  const job: Manifest = {
    apiVersion,
    kind,
    metadata: { ...metadata, name, namespace },
    spec,
  };
  return controlledObject(job, cronJob, completionsOf(spec), context);
}

/** The pods of a Job that is done. */
export function jobPods(
  parent: Parent,
  reference: ObjectReference,
  context: LiveContext,
): LiveSource[] {
  const spec =
    parent.manifest.kind === 'CronJob'
      ? (parent.manifest.spec?.jobTemplate as Partial<Manifest>).spec
      : parent.manifest.spec;
  const labels = {
    ...templateLabels(parent.manifest),
    'batch.kubernetes.io/job-name': reference.name,
    'job-name': reference.name,
  };
  const count = spec?.suspend ? 0 : completionsOf(spec);
  return Array.from({ length: count }, (_, index) =>
    childPod(parent, reference, context, {
      ...childName(reference, `${index}`),
      labels,
      outcome: 'succeeded',
    }),
  );
}

function completionsOf(spec: JsonObject | undefined): number {
  return Number(spec?.completions ?? 1);
}
