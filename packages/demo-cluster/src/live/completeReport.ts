import { groupOf, identityOf, JsonObject, Manifest } from '../objects/Manifest';
import { timeBefore } from './derive';
import { LiveContext } from './LiveContext';

const trivyGroup = 'aquasecurity.github.io';

/** trivy-operator scans every image once a day. */
const scanHours = 20;

/** Gives a report of trivy-operator that names no time one of the last day. */
export function completeReport(
  object: Manifest,
  context: LiveContext,
): Manifest {
  const report = object.report as JsonObject | undefined;
  if (groupOf(object.apiVersion) !== trivyGroup || !report) {
    return object;
  }
  const { apiVersion, kind, metadata } = object;
  const id = `${context.cluster}/${identityOf({
    apiVersion,
    kind,
    ...metadata,
  })}`;
  const updateTimestamp = timeBefore(context.now, id, scanHours);
  return { ...object, report: { updateTimestamp, ...report } };
}
