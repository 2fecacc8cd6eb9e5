import { Format, ScanOptions } from './ScanOptions';

/** The options of `posture gate`, all valid by themselves. */
export interface GateOptions
  extends Pick<
    ScanOptions,
    'kubernetesVersion' | 'controls' | 'output' | 'failOn'
  > {
  readonly entity: string;
  readonly portal: string;
  /** Name of the environment variable that holds the token. */
  readonly tokenEnv: string;
  /** Seconds that one answer of the portal may take. */
  readonly timeout: number;
  readonly format: Format;
}
