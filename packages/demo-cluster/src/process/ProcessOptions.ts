import { ClusterSize } from '../generator/sizes';
import { DemoToken } from '../server/AccessRule';

/** One cluster of the process. */
export interface ClusterOptions {
  name: string;
  /** 0 takes any that is free. */
  port: number;
  version?: string;
  data: string[];
  generate?: { size: ClusterSize; seed: number; cluster: number };
  tokens?: DemoToken[];
  latencyMs?: number;
}

/** What the process starts. */
export interface ProcessOptions {
  clusters: ClusterOptions[];
  /** Where faults are set over HTTP; undefined opens no such port. */
  controlPort?: number;
  /** JSON that all clusters together keep between lists, in characters. */
  cacheCharacters?: number;
}
