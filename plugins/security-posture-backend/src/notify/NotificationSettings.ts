/** Who is told what happens, and when. */
export interface NotificationSettings {
  readonly enabled: boolean;
  /** Refs of groups that are told of clusters. */
  readonly clusterRecipients: readonly string[];
  /** Day of the week on which teams get their summary: 1 is Monday, 7 Sunday. */
  readonly digestDay: number;
}
