import { InputError, isError, NotFoundError } from '@backstage/errors';
import { ReportImporter } from 'backstage-plugin-security-posture-node';
import { isJsonObject, JsonObject } from 'security-posture-engine';
import { auditPolicyImporter } from './auditPolicyImporter';
import { kubeBenchImporter } from './kubeBenchImporter';

/** The importers of this plugin. */
export const OWN_IMPORTERS: readonly ReportImporter[] = [
  auditPolicyImporter,
  kubeBenchImporter,
];

/** Reads reports of other tools, each by the importer that is asked for. */
export class Importers {
  private readonly byId: ReadonlyMap<string, ReportImporter>;

  constructor(importers: readonly ReportImporter[]) {
    this.byId = new Map(importers.map(importer => [importer.id, importer]));
  }

  /** The importer of an id. Throws a NotFoundError that names all there are. */
  get(id: string): ReportImporter {
    const importer = this.byId.get(id);
    if (importer) return importer;
    const known = [...this.byId.keys()].sort().join(', ');
    throw new NotFoundError(`There is no importer ${id}. There are: ${known}`);
  }
}

/**
 * What an importer keeps of a report. Throws an InputError where it can make nothing of it: its own as it is, and any other
 * error by its name alone, for the message may quote the report.
 */
export function readReport(
  importer: ReportImporter,
  report: JsonObject,
): JsonObject {
  const { id } = importer;
  let kept: unknown;
  try {
    kept = importer.read(report);
  } catch (error) {
    if (isError(error) && error.name === 'InputError') throw error;
    const name = isError(error) ? error.name : 'unknown error';
    throw new InputError(`The importer ${id} cannot read this report: ${name}`);
  }
  if (!isJsonObject(kept))
    throw new InputError(`The importer ${id} finds nothing in this report`);
  return kept;
}
