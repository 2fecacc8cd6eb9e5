/** Where an API server listens, and how its certificate is verified. */
export interface ClusterAddress {
  readonly url: URL;
  /** PEM of the authority that its certificate has to come from; those of Node where it is not given. */
  readonly ca?: string;
  /** PEM file of that authority. */
  readonly caFile?: string;
  readonly skipTlsVerify: boolean;
}
