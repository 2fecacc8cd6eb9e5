import { TEST_NOW } from '../testing';
import { FACTS } from '../testing/facts';
import { supportOfMinor } from './supportOfMinor';

describe('supportOfMinor', () => {
  it.each([
    ['v1.34.9', 34, 'kubernetes', 'ended'],
    ['v1.34.9+k3s1', 34, 'kubernetes', 'ended'],
    ['v1.34.9-eks-a1b2', 34, 'amazon-eks', 'ending'],
    ['v1.33.5-eks-a1b2', 33, 'amazon-eks', 'extended'],
    ['v1.35.2-gke.100', 35, 'google-kubernetes-engine', 'supported'],
    ['v1.36.4', 36, 'kubernetes', 'supported'],
  ])('of %s: %s', (serverVersion, minor, product, state) => {
    const { support } = supportOfMinor(
      minor,
      { serverVersion, nodes: undefined },
      FACTS,
      TEST_NOW,
    );
    expect([support?.product.product, support?.state]).toEqual([
      product,
      state,
    ]);
  });

  it('knows the line of OpenShift that brings a minor of Kubernetes', () => {
    const node = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'n', labels: { 'node.openshift.io/os_id': 'rhcos' } },
    };
    const { support } = supportOfMinor(
      33,
      { serverVersion: 'v1.33.5', nodes: [node] },
      FACTS,
      TEST_NOW,
    );
    expect([support?.product.product, support?.cycle.cycle]).toEqual([
      'red-hat-openshift',
      '4.20',
    ]);
  });

  it('asks Kubernetes where the provider has no such line', () => {
    const { provider, support } = supportOfMinor(
      20,
      {
        serverVersion: 'v1.20.1',
        nodes: [
          {
            apiVersion: 'v1',
            kind: 'Node',
            metadata: { name: 'n', labels: { 'kubernetes.azure.com/a': '' } },
          },
        ],
      },
      FACTS,
      TEST_NOW,
    );
    expect([provider?.id, support?.product.product, support?.state]).toEqual([
      'aks',
      'kubernetes',
      'ended',
    ]);
  });

  it('does not know a minor that is newer than its tables', () => {
    expect(
      supportOfMinor(
        37,
        { serverVersion: 'v1.37.0', nodes: [] },
        FACTS,
        TEST_NOW,
      ).support,
    ).toBeUndefined();
  });
});
