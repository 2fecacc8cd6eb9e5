export { anInventory } from '../examples/anInventory';
export type { InventoryOptions } from '../examples/anInventory';
export { CLUSTER } from '../examples/cluster';
export { deploymentAround } from '../examples/objectsOfExample';
export { parseExample } from './parseExample';
export { firstSubject, judgeFirst, TEST_NOW } from '../examples/judgeFirst';
export type { TestSurroundings } from '../examples/judgeFirst';
export { judgeCase, testControl } from './testControl';
export type { ControlCase } from './testControl';
