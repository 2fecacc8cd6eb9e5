import { PodSpecPatch } from '../model/control';
import { SubjectRef } from '../model/subject';
import { templatePathOf } from '../model/workload';
import { JsonObject } from '../read/typedReads';

/**
 * The whole strategic-merge patch of a workload: apiVersion, kind, its name, and the patch at its pod spec.
 * Undefined for a subject that runs no pods.
 */
export function renderPatch(
  subject: SubjectRef,
  patch: PodSpecPatch,
): JsonObject | undefined {
  const templatePath = templatePathOf(subject.kind);
  if (templatePath === undefined) return undefined;
  return {
    apiVersion: subject.apiVersion,
    kind: subject.kind,
    metadata: {
      name: subject.name,
      ...(subject.namespace ? { namespace: subject.namespace } : {}),
    },
    ...nest(templatePath ? `${templatePath}.spec` : 'spec', patch),
  };
}

function nest(path: string, value: JsonObject): JsonObject {
  return path
    .split('.')
    .reduceRight<JsonObject>((inner, step) => ({ [step]: inner }), value);
}
