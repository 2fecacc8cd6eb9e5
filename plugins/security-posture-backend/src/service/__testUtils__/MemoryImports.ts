import { ImportedDocument, JsonObject } from 'security-posture-engine';
import { ImportRecord, ImportStore } from '../../database/ImportStore';

/** Imports in memory. */
export class MemoryImports implements ImportStore {
  readonly saved = new Map<
    string,
    { readonly record: ImportRecord; readonly document: JsonObject }
  >();

  async save(record: ImportRecord, document: JsonObject): Promise<void> {
    const { cluster, kind, node = '' } = record;
    this.saved.set(`${cluster} ${kind} ${node}`, { record, document });
  }

  async list(cluster: string): Promise<readonly ImportRecord[]> {
    return this.of(cluster).map(({ record }) => record);
  }

  async readDocuments(cluster: string): Promise<readonly ImportedDocument[]> {
    return this.of(cluster).map(
      ({ record: { kind, node, receivedAt }, document }) => ({
        kind,
        ...(node ? { node } : {}),
        receivedAt,
        document,
      }),
    );
  }

  private of(cluster: string) {
    return [...this.saved.keys()]
      .sort()
      .map(key => this.saved.get(key)!)
      .filter(({ record }) => record.cluster === cluster);
  }
}
