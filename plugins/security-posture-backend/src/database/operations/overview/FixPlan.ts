import { NamedEntity } from 'backstage-plugin-security-posture-common';
import { FailingControl } from '../../RollupStore';

/** An entity that is not ready. */
export interface BlockedEntity extends NamedEntity {
  readonly owner?: string;
  readonly failing: Readonly<Record<string, FailingControl>>;
  /** True where it is ready once nothing blocks it: enough of it was judged, and lately. */
  readonly mendable: boolean;
}

/** What the fix of one control everywhere changes, once those before it in the plan are fixed. */
export interface PlannedFix {
  readonly control: string;
  readonly severity: 'critical' | 'high';
  /** Entities that it makes ready. */
  readonly makesReady: readonly NamedEntity[];
  /** Open fails, and who has them. */
  readonly findings: number;
  readonly entities: number;
  readonly owners: number;
}

/** A control, over all entities that it keeps from being ready. */
interface Blocker {
  severity: 'critical' | 'high';
  findings: number;
  entities: number;
  readonly owners: Set<string>;
}

/** An entity that is ready once these controls are fixed. */
interface Mendable {
  readonly entity: NamedEntity;
  readonly blockers: Set<string>;
}

/**
 * Finds out which controls to fix first for the most entities to be ready. An entity is ready once every control that
 * blocks it is fixed for all its subjects: consequences end with their cause, so causes alone are noted as what blocks.
 */
export class FixPlan {
  private readonly blockers = new Map<string, Blocker>();
  private waiting: Mendable[] = [];

  /** Takes in an entity. */
  add({ failing, owner, mendable, entityRef, title }: BlockedEntity): void {
    const blocking = Object.entries(failing).filter(([, one]) => one.blocks);
    for (const [control, { blocks, open }] of blocking) {
      const blocker = this.blockerOf(control);
      if (blocks === 'critical') blocker.severity = blocks;
      blocker.findings += open;
      blocker.entities += 1;
      if (owner !== undefined) blocker.owners.add(owner);
    }
    if (!mendable) return;
    this.waiting.push({
      entity: { entityRef, ...(title === undefined ? {} : { title }) },
      blockers: new Set(blocking.map(([control]) => control)),
    });
  }

  /**
   * The fixes to make, in order: each is the one that makes most entities ready after those before it; of equal ones
   * that which blocks most of those that still wait, then the graver, then the first by id.
   */
  first(count: number): readonly PlannedFix[] {
    const fixes: PlannedFix[] = [];
    while (fixes.length < count && this.blockers.size > 0) {
      const control = this.best();
      fixes.push(this.fix(control));
      this.blockers.delete(control);
    }
    return fixes;
  }

  private blockerOf(control: string): Blocker {
    let blocker = this.blockers.get(control);
    if (!blocker) {
      blocker = {
        severity: 'high',
        findings: 0,
        entities: 0,
        owners: new Set(),
      };
      this.blockers.set(control, blocker);
    }
    return blocker;
  }

  private best(): string {
    const alone = new Map<string, number>();
    const among = new Map<string, number>();
    for (const { blockers } of this.waiting)
      for (const control of blockers) {
        among.set(control, (among.get(control) ?? 0) + 1);
        if (blockers.size === 1)
          alone.set(control, (alone.get(control) ?? 0) + 1);
      }
    const by = (counts: ReadonlyMap<string, number>, control: string) =>
      counts.get(control) ?? 0;
    const [[control]] = [...this.blockers].sort(
      ([left, one], [right, other]) =>
        by(alone, right) - by(alone, left) ||
        by(among, right) - by(among, left) ||
        other.entities - one.entities ||
        one.severity.localeCompare(other.severity) ||
        (left < right ? -1 : 1),
    );
    return control;
  }

  /** Takes a control off what blocks: those that nothing blocks any more wait no longer. */
  private fix(control: string): PlannedFix {
    const { severity, findings, entities, owners } =
      this.blockers.get(control)!;
    const makesReady: NamedEntity[] = [];
    for (const { entity, blockers } of this.waiting)
      if (blockers.delete(control) && blockers.size === 0)
        makesReady.push(entity);
    this.waiting = this.waiting.filter(({ blockers }) => blockers.size > 0);
    return {
      control,
      severity,
      makesReady,
      findings,
      entities,
      owners: owners.size,
    };
  }
}
