import { findControl } from '../library/controlLibrary';
import { fixOfExample } from './fixOfExample';

const fixOf = (id: string, ...documents: unknown[]) =>
  fixOfExample(findControl(id)!, documents, {});

const NAMESPACE = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'shop' },
};

describe('fixOfExample', () => {
  it('is the patch of the workload around a pod spec', () => {
    expect(fixOf('host-pid', { hostPID: true, containers: [] })).toEqual({
      patch: {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'web', namespace: 'shop' },
        spec: { template: { spec: { hostPID: false } } },
      },
    });
  });

  it('is the objects to apply, where a control has them', () => {
    const { objects } = fixOf('network-policy-coverage', {
      containers: [{ name: 'web' }],
    })!;
    expect(objects).toEqual([
      expect.objectContaining({
        kind: 'NetworkPolicy',
        metadata: expect.objectContaining({ namespace: 'shop' }),
      }),
    ]);
  });

  it('is undefined where a person has to decide', () => {
    expect(fixOf('resource-quota', NAMESPACE)).toBeUndefined();
  });

  it('throws where a document is no object and no pod spec around one', () => {
    expect(() => fixOf('host-pid', { kind: 'Pod' })).toThrow(
      'not a Kubernetes object',
    );
  });
});
