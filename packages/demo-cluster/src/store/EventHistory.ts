import { StoreEvent } from './StoreEvent';

const limit = 10_000;

/** The last changes of one kind, for watches that begin in the past. */
export class EventHistory {
  private events: StoreEvent[] = [];
  /** Changes up to this version are forgotten. */
  private forgotten: number;

  /** @param since - the version at which the history begins */
  constructor(since: number) {
    this.forgotten = since;
  }

  /** The oldest version that a watch may begin at. */
  get oldest(): number {
    return this.forgotten;
  }

  add(event: StoreEvent): void {
    this.events.push(event);
    if (this.events.length > limit) {
      const dropped = this.events.splice(0, limit / 2);
      this.forgotten = dropped[dropped.length - 1].resourceVersion;
    }
  }

  /** The changes after a version; undefined if some of them are forgotten. */
  after(resourceVersion: number): StoreEvent[] | undefined {
    if (resourceVersion < this.forgotten) {
      return undefined;
    }
    return this.events.filter(event => event.resourceVersion > resourceVersion);
  }
}
