import type { JsonObject } from 'security-posture-engine';

/**
 * Takes in the reports of another tool. Each is posted to `imports/{id}` with the name of a cluster, by whoever holds
 * `security-posture.import.create`; the newest of each cluster and node is kept, and every later sweep of the cluster hands
 * it to the controls that need `imports`, as an `ImportedDocument` whose `kind` is the id of the importer.
 */
export interface ReportImporter {
  /** Kebab-case; a part of the address. `kube-bench` and `audit-policy` are taken. */
  readonly id: string;
  /**
   * What is kept of a report. A pure function of it: the rest is never stored, so it leaves out values that nobody should
   * read. Throws an InputError, whose message says what is wrong and is answered as it is, for what is no such report.
   */
  read(report: JsonObject): JsonObject;
}
