import { anyNodeReportsAppArmor } from './appArmorOnNodes';

const node = (status: unknown) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'node-1' },
  status,
});
const ready = (message: unknown, type = 'Ready') =>
  node({ conditions: [{ type, status: 'True', message }] });
const ENABLED = 'kubelet is posting ready status. AppArmor enabled';

describe('anyNodeReportsAppArmor', () => {
  it.each([
    ['no node', [], false],
    ['a node that reports it', [ready(ENABLED)], true],
    ['one of two nodes', [ready('kubelet is ready'), ready(ENABLED)], true],
    ['nodes that do not', [ready('kubelet is posting ready status')], false],
    ['another condition', [ready(ENABLED, 'Other')], false],
    ['a node without a status', [node(undefined)], false],
    ['conditions of the wrong type', [node({ conditions: 'Ready' })], false],
    ['a message of the wrong type', [ready(1)], false],
  ])('%s', (_, nodes, expected) => {
    expect(anyNodeReportsAppArmor(nodes)).toBe(expected);
  });
});
