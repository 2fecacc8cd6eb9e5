import { InventoryLists } from '../model/control';
import { Inventory, Listed } from '../model/inventory';
import { EVIDENCE_LISTS } from '../model/evidence';
import { ControlNeed, SUPPORTING_RESOURCES } from '../model/resources';
import { listOf } from './listOf';
import { MissingInput } from './missingInput';

const ALL_NEEDS: readonly ControlNeed[] = [
  ...(Object.keys(SUPPORTING_RESOURCES) as ControlNeed[]),
  ...EVIDENCE_LISTS,
  'workloads',
  'livePods',
];

/** What every view falls back on: a list that its control did not declare. One for all, for a sweep makes a view per control. */
const UNDECLARED: object = Object.defineProperties(
  {},
  Object.fromEntries(
    ALL_NEEDS.map(need => [
      need,
      refusing(
        () => new Error(`the control reads ${need} without declaring it`),
      ),
    ]),
  ),
);

/**
 * The lists of an inventory that a control declared, and no other.
 * Reading one that was not read throws MissingInput; reading one that was not declared throws an Error.
 */
export function inventoryView(
  inventory: Inventory,
  needs: readonly ControlNeed[],
): InventoryLists {
  const view = Object.create(UNDECLARED) as InventoryLists;
  for (const need of needs)
    Object.defineProperty(view, need, {
      configurable: true,
      enumerable: true,
      ...accessTo(need, listOf(inventory, need)),
    });
  return view;
}

/** One error serves every subject: making one is dear, and a list that is missing is missing for thousands of them. */
function accessTo(
  need: ControlNeed,
  list: Listed<unknown>,
): PropertyDescriptor {
  if (list.read) return { value: list.items };
  const missing = new MissingInput(need, list.reason);
  return refusing(() => missing);
}

function refusing(error: () => Error): PropertyDescriptor {
  return {
    get() {
      throw error();
    },
  };
}
