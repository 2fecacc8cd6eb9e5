import { Control } from '../model/control';
import { Finding } from '../model/finding';
import { Inventory } from '../model/inventory';
import { NotEvaluatedReason } from '../model/outcome';
import {
  ControlNeed,
  ResourceType,
  SUPPORTING_RESOURCES,
} from '../model/resources';
import { listOf } from './listOf';

/** A control that could not be judged on a whole cluster, and why. */
export interface Gap {
  readonly control: string;
  readonly reason: NotEvaluatedReason;
}

/** Why controls cannot be judged on the whole cluster, by control. */
export type UnreadInputs = ReadonlyMap<string, ReadonlySet<NotEvaluatedReason>>;

/**
 * Why each control cannot be judged on the whole cluster: it reads a list that was not read, or reports of other tools of which
 * there are none, or the version is unknown. Reports of several tools stand in for each other: where one of them left any, another
 * that was not read leaves open only what the first does not tell, subject by subject.
 */
export function unreadInputs(
  controls: readonly Control[],
  inventory: Inventory,
): UnreadInputs {
  const unread = new Map<string, ReadonlySet<NotEvaluatedReason>>();
  for (const control of controls) {
    const reasons = inventory.kubernetesVersion
      ? [
          ...needsOfAll(control, inventory).flatMap(
            need => reasonOf(inventory, need) ?? [],
          ),
          ...(lacksReports(control, inventory) ? (['noReport'] as const) : []),
        ]
      : (['unsupportedVersion'] as const);
    if (reasons.length) unread.set(control.id, new Set(reasons));
  }
  return unread;
}

/**
 * True for a finding that a gap of the whole cluster explains: one row for all, never one per subject.
 * What a person has to answer is answered once for the cluster; of a workload it says what is to be looked at.
 */
export function isGap(
  { control, outcome, reason, subject }: Finding,
  unread: UnreadInputs,
): boolean {
  if (outcome !== 'notEvaluated') return false;
  if (reason === 'manual') return subject.type !== 'workload';
  return unread.get(control)?.has(reason as NotEvaluatedReason) ?? false;
}

/** Collects the gaps that findings show, each once. */
export class GapCollector {
  private readonly found = new Map<string, Gap>();

  constructor(private readonly unread: UnreadInputs) {}

  get gaps(): readonly Gap[] {
    return [...this.found.values()];
  }

  /** Takes the gaps among the findings of one subject, and answers with their controls. */
  collect(findings: readonly Finding[]): ReadonlySet<string> {
    return this.add(findings.filter(finding => isGap(finding, this.unread)));
  }

  /** Takes findings that are gaps, all of them, and answers with their controls. */
  add(findings: readonly Finding[]): ReadonlySet<string> {
    for (const { control, reason } of findings) {
      const gap = { control, reason: reason as NotEvaluatedReason };
      this.found.set(`${control} ${reason}`, gap);
    }
    return new Set(findings.map(({ control }) => control));
  }
}

/** The needs without which no subject can be judged. */
function needsOfAll(
  { needs }: Control,
  inventory: Inventory,
): readonly ControlNeed[] {
  const isTold = needs.filter(isReportList).some(holdsAny(inventory));
  return isTold ? needs.filter(need => !isReportList(need)) : needs;
}

function lacksReports({ needs }: Control, inventory: Inventory): boolean {
  const reports = needs.filter(isReportList);
  return reports.length > 0 && !reports.some(holdsAny(inventory));
}

function holdsAny(inventory: Inventory) {
  return (need: ControlNeed): boolean => {
    const list = listOf(inventory, need);
    return list.read && list.items.length > 0;
  };
}

function isReportList(need: ControlNeed): boolean {
  const resources: Readonly<Record<string, ResourceType | undefined>> =
    SUPPORTING_RESOURCES;
  return resources[need]?.isReport === true;
}

function reasonOf(
  inventory: Inventory,
  need: ControlNeed,
): NotEvaluatedReason | undefined {
  const list = listOf(inventory, need);
  return list.read ? undefined : list.reason;
}
