export { anInventory } from './anInventory';
export type { InventoryOptions } from './anInventory';
export { CLUSTER } from './cluster';
export { deploymentAround, parseExample } from './parseExample';
export { firstSubject, judgeFirst, TEST_NOW } from './judgeFirst';
export type { TestSurroundings } from './judgeFirst';
export { judgeCase, testControl } from './testControl';
export type { ControlCase } from './testControl';
