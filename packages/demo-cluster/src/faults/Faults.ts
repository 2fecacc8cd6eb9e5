import { ActiveFault, Fault } from './Fault';

/** What of a request decides which faults hit it. */
export interface FaultTarget {
  path: string;
  /** `pods` or `deployments.apps`; undefined outside lists and objects. */
  resource?: string;
  /** True for a page after the first. */
  continuing: boolean;
}

interface Entry {
  fault: ActiveFault;
  passed: number;
  hits: number;
}

/** The faults of one cluster, set and cleared while it runs. */
export class Faults {
  private readonly entries = new Map<string, Entry>();
  private lastId = 0;

  /** @returns the id that clears it */
  set(fault: Fault): string {
    this.lastId += 1;
    const id = String(this.lastId);
    this.entries.set(id, { fault: { ...fault, id }, passed: 0, hits: 0 });
    return id;
  }

  /**
   * Clears one fault, or all of them.
   *
   * @returns how many were set
   */
  clear(id?: string): number {
    const ids = id === undefined ? [...this.entries.keys()] : [id];
    return ids.filter(key => this.entries.delete(key)).length;
  }

  list(): ActiveFault[] {
    return [...this.entries.values()].map(entry => entry.fault);
  }

  /**
   * The faults that hit a request, in the order in which they were set: each
   * `slow` one, and the first other. Counts the hit.
   */
  take(target: FaultTarget): Fault[] {
    const taken: Fault[] = [];
    let broken = false;
    for (const entry of this.entries.values()) {
      const slow = entry.fault.type === 'slow';
      if ((slow || !broken) && this.hits(entry, target)) {
        taken.push(entry.fault);
        broken ||= !slow;
      }
    }
    return taken;
  }

  private hits(entry: Entry, target: FaultTarget): boolean {
    const { fault } = entry;
    if (!matches(fault, target)) {
      return false;
    }
    if (entry.passed < (fault.after ?? 0)) {
      entry.passed += 1;
      return false;
    }
    entry.hits += 1;
    if (entry.hits >= (fault.times ?? Infinity)) {
      this.entries.delete(fault.id);
    }
    return true;
  }
}

function matches(fault: Fault, target: FaultTarget): boolean {
  const onlyContinuing = fault.continuing || fault.type === 'expired';
  return (
    (fault.resource === undefined || fault.resource === target.resource) &&
    (fault.path === undefined || fault.path === target.path) &&
    (!onlyContinuing || target.continuing)
  );
}
