import { DEFAULT_TABLES } from '../data/defaultTables';
import { KubernetesObject } from '../model/kubernetesObject';
import { describeNode } from './describeNode';
import { supportOfLine } from './RunningLine';

const NOW = Date.parse('2026-08-22T00:00:00Z');

function node(nodeInfo: unknown, labels = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'one', labels },
    status: { nodeInfo },
  };
}

describe('describeNode', () => {
  it.each([
    [
      'its kubelet, by the support of Kubernetes',
      node({ kubeletVersion: 'v1.35.8' }),
      { kubelet: { name: '1.35', product: 'kubernetes', cycle: '1.35' } },
    ],
    [
      'its kubelet, by the support of the provider whose labels it bears',
      node(
        { kubeletVersion: 'v1.33.5-eks-a1b2c3' },
        { 'eks.amazonaws.com/nodegroup': 'a' },
      ),
      { kubelet: { name: '1.33', product: 'amazon-eks', cycle: '1.33' } },
    ],
    [
      'its runtime',
      node({ containerRuntimeVersion: 'containerd://2.2.1' }),
      {
        runtime: {
          name: 'containerd 2.2',
          product: 'containerd',
          cycle: '2.2',
        },
      },
    ],
    [
      'a runtime that the table does not have, without a line',
      node({ containerRuntimeVersion: 'rkt://1.30.0' }),
      { runtime: { name: 'rkt 1.30' } },
    ],
    [
      'its system, by its line',
      node({ osImage: 'Amazon Linux 2023.9.20260817' }),
      {
        system: {
          name: 'Amazon Linux 2023',
          product: 'amazon-linux',
          cycle: '2023',
        },
      },
    ],
    [
      'a system that the table does not have, as it calls itself',
      node({ osImage: 'Talos (v1.12.3)' }),
      { system: { name: 'Talos (v1.12.3)' } },
    ],
    ['nothing of a wrong type', node({ kubeletVersion: 135 }), {}],
    ['nothing where it reports nothing', node({}), {}],
  ])('tells %s', (_, object, facts) => {
    expect(describeNode(object, DEFAULT_TABLES, NOW)).toEqual(facts);
  });

  it('keeps at most 80 characters of a system with a long name', () => {
    const { system } = describeNode(
      node({ osImage: 'x'.repeat(500) }),
      DEFAULT_TABLES,
      NOW,
    );
    expect(system?.name).toHaveLength(80);
  });
});

describe('supportOfLine', () => {
  const { supportDates } = DEFAULT_TABLES;
  const line = { name: '1.33', product: 'kubernetes', cycle: '1.33' };

  it.each([
    ['supported', '2026-03-01', { state: 'supported', ends: '2026-06-28' }],
    ['soon over', '2026-06-01', { state: 'ending', ends: '2026-06-28' }],
    ['over', '2026-06-30', { state: 'ended', ends: '2026-06-28' }],
  ])('is %s, as the day is', (_, day, support) => {
    expect(supportOfLine(line, supportDates, Date.parse(day))).toEqual(support);
  });

  it('is not known of a line that the table does not have', () => {
    expect(supportOfLine({ name: 'rkt 1.30' }, supportDates, NOW)).toBe(
      undefined,
    );
  });
});
