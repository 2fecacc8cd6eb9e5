/** What people are told of. */
export type MessageEvent =
  | 'noLongerReady'
  | 'readyAgain'
  | 'newBlockingFindings'
  | 'exemptionRequested'
  | 'exemptionDecided'
  | 'exemptionEnding'
  | 'clusterUnreachable'
  | 'clusterAnswers'
  | 'digest';

/** Something to tell, with those who are to know. Holds names, counts and titles of controls, and nothing of what was read. */
export interface Message {
  readonly event: MessageEvent;
  /** Names what is told: of two messages with one key, one is sent. */
  readonly key: string;
  /** A message of the same scope takes the place of the one before in the list of its reader. */
  readonly scope: string;
  /** Refs of groups and users. */
  readonly recipients: readonly string[];
  /** Refs of users who know already. */
  readonly except?: readonly string[];
  readonly title: string;
  readonly description?: string;
  /** Path in the portal. */
  readonly link: string;
  readonly severity: 'critical' | 'high' | 'normal' | 'low';
  /** What other plugins are told with the event. */
  readonly subject: Readonly<Record<string, string>>;
}
