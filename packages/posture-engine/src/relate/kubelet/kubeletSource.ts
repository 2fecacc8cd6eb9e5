import { FlaggedProgram } from '../controlPlane/flagSource';

/** The settings of one kubelet, as one source shows them. Those of its configuration file go by the flags that set the same. */
export interface KubeletSource {
  readonly program: FlaggedProgram;
  /** Whether it reads a configuration file: other defaults hold where it has none. */
  readonly hasFile: boolean;
  /** `from Kubescape's KubeletInfo of 2026-11-20` */
  readonly note: string;
}
