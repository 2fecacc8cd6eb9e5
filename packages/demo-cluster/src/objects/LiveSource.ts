import { ManifestSource } from './ManifestSource';

/** An object of a running cluster. */
export interface LiveSource extends ManifestSource {
  /** The identity of the written object that it exists for; often its own. */
  readonly root: string;
}
