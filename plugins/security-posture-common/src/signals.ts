/** Channel on which the backend says that something moved. Messages carry ids only, for broadcasts pass no permission. */
export const POSTURE_SIGNAL_CHANNEL = 'security-posture:scan';

/** A message on the channel. */
export interface PostureSignal {
  type: 'scan';
  /** Ids of the scans that moved. */
  scanIds: string[];
}
