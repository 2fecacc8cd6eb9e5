import { Workload } from '../model/workload';
import { deploymentAround } from '../testing';
import { refusalsOf } from './refusalsOf';

const refusals = (resources: object) =>
  refusalsOf(
    new Workload(
      deploymentAround({ containers: [{ name: 'web', resources }] }),
    ),
  );

describe('refusals of resources', () => {
  it('names a request above its limit', () => {
    expect(
      refusals({ requests: { memory: '1Gi' }, limits: { memory: '256Mi' } }),
    ).toEqual(['web: more memory requested than the limit']);
  });

  it.each([
    [
      'a request up to the limit',
      { requests: { cpu: '0.5' }, limits: { cpu: '500m' } },
    ],
    ['a limit alone', { limits: { cpu: 1 } }],
    [
      'a request beside the limit of another resource',
      { requests: { cpu: 2 }, limits: { memory: 1 } },
    ],
  ])('accepts %s', (_, resources) => {
    expect(refusals(resources)).toEqual([]);
  });
});
