import { Workload } from '../model/workload';
import { deploymentAround } from '../testing';
import { proposedLimit } from './effectiveResources';

function proposal(resources: object, podResources?: object) {
  const workload = new Workload(
    deploymentAround({
      containers: [{ name: 'web', resources }],
      ...(podResources ? { resources: podResources } : {}),
    }),
  );
  return proposedLimit('memory', workload.containers[0], workload, '256Mi');
}

describe('proposedLimit', () => {
  it.each([
    ['no request', {}, '256Mi'],
    ['a smaller request', { requests: { memory: '1M' } }, '256Mi'],
    ['an equal request', { requests: { memory: '262144Ki' } }, '256Mi'],
    ['a larger request', { requests: { memory: '1G' } }, '1G'],
    ['a request of something else', { requests: { cpu: '8' } }, '256Mi'],
  ])('%s', (_, resources, expected) => {
    expect(proposal(resources)).toBe(expected);
  });

  it('has none where the pod as a whole requests the resource', () => {
    expect(proposal({}, { requests: { memory: '1Gi' } })).toBeUndefined();
    expect(proposal({}, { requests: { cpu: '1' } })).toBe('256Mi');
  });
});
