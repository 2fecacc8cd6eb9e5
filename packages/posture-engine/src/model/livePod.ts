import { ContainerKind } from './container';

/** What a running pod tells beyond its template: where it runs, and what was added to it. */
export interface LivePod {
  readonly namespace: string;
  readonly name: string;
  readonly nodeName?: string;
  /** Absent where it has none. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Set where its condition `Ready` is true. */
  readonly ready?: true;
  /** The root owner that was read, or the pod itself. */
  readonly owner: { readonly kind: string; readonly name: string };
  /** What made the pod itself: of a Deployment, the ReplicaSet of its roll-out. */
  readonly madeBy?: { readonly kind: string; readonly name: string };
  /** Containers that admission put in and the template does not have. */
  readonly injected: readonly {
    readonly name: string;
    readonly kind: ContainerKind;
    readonly image?: string;
  }[];
  /** Image digests by container name, from the status. */
  readonly imageDigests: Readonly<Record<string, string>>;
}
