import { ImportedDocument, JsonObject } from 'security-posture-engine';

/** A document of another tool that was posted, without what it says. */
export interface ImportRecord {
  readonly cluster: string;
  readonly kind: ImportedDocument['kind'];
  /** The node that it is about, where it is about one. */
  readonly node?: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly receivedBy: string;
}

/** Keeps documents of other tools: the newest of each cluster, kind and node. */
export interface ImportStore {
  /** Takes the place of the one before. */
  save(record: ImportRecord, document: JsonObject): Promise<void>;
  /** What there is for a cluster, by kind and node. */
  list(cluster: string): Promise<readonly ImportRecord[]>;
  /** The same, for controls to read. */
  readDocuments(cluster: string): Promise<readonly ImportedDocument[]>;
}
