import { LivePod } from '../model/livePod';
import { JsonObject } from '../read/typedReads';
import { comesFirst, judgedKey, JudgedObject } from './assembleWorkloads';
import { NormalizedPod } from './normalizePod';
import { objectKey, RootOwner } from './OwnerIndex';

const NONE: readonly JsonObject[] = Object.freeze([]);

/** Gathers what the pods of a cluster leave behind, page by page, and keeps no more of them than that. */
export class RunningPods {
  readonly livePods: LivePod[] = [];
  private readonly judgedPods = new Map<string, JudgedObject>();
  private readonly topmostKeys = new Set<string>();
  private readonly ephemeral = new Map<string, Map<string, JsonObject>>();

  add({ livePod, judged, root, ephemeral }: NormalizedPod): void {
    if (livePod) this.livePods.push(livePod);
    if (root) this.topmostKeys.add(objectKey(root.topmost));
    if (judged) this.judge(judged);
    if (root && ephemeral.length) this.addEphemeral(root, ephemeral);
  }

  /** Pods that are judged themselves, one per owner that was not read. */
  get judged(): readonly JudgedObject[] {
    return [...this.judgedPods.values()];
  }

  /** True where a pod led to this object, by its `objectKey`, as the topmost that was read. */
  hasPods(key: string): boolean {
    return this.topmostKeys.has(key);
  }

  /** Ephemeral containers of the pods of what is judged under this key, each once per name and content. */
  ephemeralOf(key: string): readonly JsonObject[] {
    const containers = this.ephemeral.get(key);
    return containers ? [...containers.values()] : NONE;
  }

  private judge(candidate: JudgedObject): void {
    const key = judgedKey(candidate);
    const known = this.judgedPods.get(key);
    if (!known || comesFirst(candidate.object, known.object, this))
      this.judgedPods.set(key, candidate);
  }

  private addEphemeral(
    { topmost, unreadOwner }: RootOwner,
    containers: readonly JsonObject[],
  ): void {
    const key = unreadOwner ?? objectKey(topmost);
    const known = this.ephemeral.get(key) ?? new Map<string, JsonObject>();
    for (const container of containers)
      known.set(JSON.stringify(container), container);
    this.ephemeral.set(key, known);
  }
}
