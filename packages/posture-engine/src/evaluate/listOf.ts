import { EVIDENCE_LISTS, EvidenceList } from '../model/evidence';
import { Inventory, Listed } from '../model/inventory';
import { ControlNeed, SupportingResource } from '../model/resources';

const EVIDENCE: ReadonlySet<string> = new Set(EVIDENCE_LISTS);

/** The list of an inventory that a need names. */
export function listOf(
  inventory: Inventory,
  need: ControlNeed,
): Listed<unknown> {
  if (need === 'workloads' || need === 'livePods') return inventory[need];
  return EVIDENCE.has(need)
    ? inventory.evidence[need as EvidenceList]
    : inventory.supporting[need as SupportingResource];
}
