export { anInventory } from './anInventory';
export type { InventoryOptions } from './anInventory';
export { CLUSTER } from './cluster';
export { deploymentAround, parseExample } from './parseExample';
export { judgeCase, TEST_NOW, testControl } from './testControl';
export type { ControlCase } from './testControl';
