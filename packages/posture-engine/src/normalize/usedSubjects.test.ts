import { anInventory, parseExample } from '../testing';
import { usedSubjects } from './usedSubjects';

const deployment = (name: string, namespace: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  template:
    spec:
      serviceAccountName: robot
      containers: [{ name: web, image: "example.com/web:1.0" }]`;

function usesOf(...manifests: readonly string[]) {
  const inventory = anInventory(parseExample(manifests.join('\n---\n')), {
    livePods: [],
  });
  if (!inventory.workloads.read) throw new Error('no workload');
  return inventory.workloads.items.map(workload =>
    usedSubjects(workload, inventory),
  );
}

describe('usedSubjects', () => {
  it('are the images and the account of a workload', () => {
    const [uses] = usesOf(deployment('web', 'shop'));
    expect(
      uses.map(({ type, namespace, name }) => [type, namespace, name]),
    ).toEqual([
      ['image', undefined, 'example.com/web:1.0'],
      ['serviceAccount', 'shop', 'robot'],
    ]);
  });

  it('are the same for all workloads that use them', () => {
    const [web, api] = usesOf(
      deployment('web', 'shop'),
      deployment('api', 'shop'),
    );
    expect(api).toHaveLength(2);
    api.forEach((subject, index) => expect(subject).toBe(web[index]));
  });

  it('are other accounts in another namespace', () => {
    const [web, api] = usesOf(
      deployment('web', 'shop'),
      deployment('web', 'bank'),
    );
    expect(api[0]).toBe(web[0]);
    expect(api[1]).toEqual({ ...web[1], namespace: 'bank' });
  });
});
