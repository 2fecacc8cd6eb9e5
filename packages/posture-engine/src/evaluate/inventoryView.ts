import { InventoryLists } from '../model/control';
import { Inventory, Listed } from '../model/inventory';
import { ControlNeed } from '../model/resources';
import { MissingInput } from './missingInput';

/**
 * The lists of an inventory that a control declared, and no other.
 * Reading one that was not read throws MissingInput; reading one that was not declared throws an Error.
 */
export function inventoryView(
  inventory: Inventory,
  needs: readonly ControlNeed[],
): InventoryLists {
  const view: Record<string, unknown> = {};
  for (const need of needs) {
    Object.defineProperty(view, need, {
      get: () => itemsOf(need, listOf(inventory, need)),
      enumerable: true,
    });
  }
  return new Proxy(view, { get: readDeclared }) as unknown as InventoryLists;
}

function readDeclared(
  view: Record<string, unknown>,
  name: string | symbol,
): unknown {
  if (
    typeof name === 'string' &&
    !Object.prototype.hasOwnProperty.call(view, name)
  ) {
    throw new Error(`the control reads ${name} without declaring it`);
  }
  return view[name as string];
}

function listOf(inventory: Inventory, need: ControlNeed): Listed<unknown> {
  if (need === 'workloads') return inventory.workloads;
  if (need === 'livePods') return inventory.livePods;
  return inventory.supporting[need];
}

function itemsOf(need: ControlNeed, list: Listed<unknown>): readonly unknown[] {
  if (!list.read) throw new MissingInput(need, list.reason);
  return list.items;
}
