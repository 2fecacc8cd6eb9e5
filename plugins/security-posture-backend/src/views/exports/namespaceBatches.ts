import { ExportedFinding } from 'backstage-plugin-security-posture-common';

/** The most findings that are held together before they are written. */
export const BATCH_SIZE = 500;

/** Findings of one namespace, or of what is in none, of a cluster. */
export interface NamespaceBatch {
  readonly cluster: string;
  readonly namespace?: string;
  /** Counts the batches of the namespace, from 1. */
  readonly part: number;
  readonly findings: readonly ExportedFinding[];
}

/** Findings, which come by cluster and namespace, in batches of one namespace each. */
export async function* namespaceBatches(
  pages: AsyncIterable<readonly ExportedFinding[]>,
): AsyncGenerator<NamespaceBatch> {
  let findings: ExportedFinding[] = [];
  let part = 1;
  for await (const page of pages)
    for (const finding of page) {
      const first = findings.at(0);
      const same = first && isSameNamespace(first, finding);
      if (first && (!same || findings.length === BATCH_SIZE)) {
        yield batchOf(findings, part);
        findings = [];
        part = same ? part + 1 : 1;
      }
      findings.push(finding);
    }
  if (findings.length > 0) yield batchOf(findings, part);
}

function isSameNamespace(
  { resource: left }: ExportedFinding,
  { resource: right }: ExportedFinding,
): boolean {
  return left.cluster === right.cluster && left.namespace === right.namespace;
}

function batchOf(
  findings: readonly ExportedFinding[],
  part: number,
): NamespaceBatch {
  const { cluster, namespace } = findings[0].resource;
  return { cluster, ...(namespace ? { namespace } : {}), part, findings };
}
