import { LivePod } from '../model/livePod';
import { Workload } from '../model/workload';
import { isSchedulable, nodeCoverage } from './nodeCoverage';

const node = (name: string, { labels = {}, spec = {}, status = {} } = {}) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, labels },
  spec,
  status,
});
const ready = (status: string) => ({
  conditions: [{ type: 'Ready', status }],
});
const agent = (name: string) =>
  new Workload({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'agents' },
    spec: { template: { spec: { containers: [] } } },
  });
const pod = (owner: string, nodeName: string, isReady = true): LivePod => ({
  namespace: 'agents',
  name: `${owner}-${nodeName}`,
  nodeName,
  ...(isReady ? { ready: true } : {}),
  owner: { kind: 'DaemonSet', name: owner },
  injected: [],
  imageDigests: {},
});

describe('nodeCoverage', () => {
  it('takes workloads together, and ready pods only', () => {
    const seen = {
      nodes: ['a', 'b', 'c'].map(name => node(name)),
      livePods: [pod('x', 'a'), pod('y', 'b'), pod('x', 'c', false)],
    };
    expect(nodeCoverage([agent('x'), agent('y')], seen)).toEqual({
      nodes: 3,
      without: ['c'],
    });
    expect(nodeCoverage([agent('x')], seen).without).toEqual(['b', 'c']);
  });

  it('leaves out virtual nodes, those that are down, and those that do not count', () => {
    const nodes = [
      node('up', { status: ready('True') }),
      node('down', { status: ready('Unknown') }),
      node('aci', { labels: { type: 'virtual-kubelet' } }),
      node('cordoned', { spec: { unschedulable: true } }),
    ];
    const covered = nodeCoverage([], { nodes, livePods: [] }, isSchedulable);
    expect(covered).toEqual({ nodes: 1, without: ['up'] });
  });
});

describe('isSchedulable', () => {
  const CONTROL_PLANE = { 'node-role.kubernetes.io/control-plane': '' };
  const taint = (effect: string) => ({ taints: [{ key: 'a', effect }] });

  it.each([
    ['an ordinary node', {}, true],
    ['a cordoned one', { spec: { unschedulable: true } }, false],
    ['one with a taint of its owner', { spec: taint('NoSchedule') }, true],
    ['of the control plane', { labels: CONTROL_PLANE }, true],
    [
      'of the control plane and kept for it',
      { labels: CONTROL_PLANE, spec: taint('NoSchedule') },
      false,
    ],
    [
      'of the control plane and better avoided',
      { labels: CONTROL_PLANE, spec: taint('PreferNoSchedule') },
      true,
    ],
  ])('%s: %p', (_, options, expected) => {
    expect(isSchedulable(node('a', options))).toBe(expected);
  });
});
