import { Faults } from './faults/Faults';
import { Manifest, ObjectReference } from './objects/Manifest';
import { RequestLog } from './server/RequestLog';

/** A Kubernetes API server in memory, listening. */
export interface DemoCluster {
  readonly name: string;
  /** `http://127.0.0.1:17001`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** What goes wrong; set and clear it while it runs. */
  readonly faults: Faults;
  /** What reached the cluster. */
  readonly requests: RequestLog;
  /** How many objects it holds now. */
  readonly objectCount: number;
  /** Adds or replaces objects, as `kubectl apply` does; watches see it. */
  apply(manifests: readonly Manifest[]): void;
  /** Makes these the only objects, beside those of every cluster. */
  replaceObjects(manifests: readonly Manifest[]): void;
  /** Removes objects and what was made for them; a namespace with its contents. */
  remove(references: readonly ObjectReference[]): void;
  /** Closes its port and all connections. */
  stop(): Promise<void>;
}
