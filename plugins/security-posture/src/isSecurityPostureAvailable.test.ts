import { isSecurityPostureAvailable } from './isSecurityPostureAvailable';

describe('isSecurityPostureAvailable', () => {
  it.each([
    ['a component without annotations', 'Component', {}, true],
    [
      'a resource linked to workloads',
      'Resource',
      { 'backstage.io/kubernetes-id': 'queue' },
      true,
    ],
    ['a resource that is not linked', 'Resource', {}, false],
    ['a group', 'Group', { 'backstage.io/source-location': 'x' }, false],
  ])('%s', (_, kind, annotations, expected) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: 'x', annotations },
    };
    expect(isSecurityPostureAvailable(entity)).toBe(expected);
  });
});
