/** What policies may ask of a namespace. */
export interface NamespaceFacts {
  readonly name: string;
  /** Its labels, with the one that every API server adds: `kubernetes.io/metadata.name`. */
  readonly labels: Readonly<Record<string, string>>;
  /** False where the namespace itself was not read: then it may have more labels. */
  readonly complete: boolean;
}

/** What policies may ask of a pod. */
export interface PodFacts {
  readonly namespace: NamespaceFacts;
  readonly labels: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  /** Labels of its service account, read only where a policy asks for them. */
  readonly accountLabels: () => Readonly<Record<string, string>>;
}
