import { parseVersion, Version } from '../read/version';

/** The container runtime of a node. */
export interface NodeRuntime {
  /** `containerd`, `cri-o`, `docker`, or another's own name. */
  readonly name: string;
  readonly version: Version | undefined;
}

const RUNTIME = /^([a-z][a-z-]{0,30}):\/\/(.{0,100})$/;

/** Reads `containerd://1.7.24`; undefined for what is no runtime with a version. */
export function runtimeOf(text: string): NodeRuntime | undefined {
  const match = RUNTIME.exec(text);
  return match
    ? { name: match[1], version: parseVersion(match[2]) }
    : undefined;
}
