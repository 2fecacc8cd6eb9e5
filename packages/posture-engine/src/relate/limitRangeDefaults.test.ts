import { parseExample } from '../testing';
import { limitRangeDefaults } from './limitRangeDefaults';

const range = (limits: string, namespace = 'shop') =>
  `apiVersion: v1\nkind: LimitRange\nmetadata: { name: r, namespace: ${namespace} }\nspec: { limits: ${limits} }`;

function defaultsIn(namespace: string, ...ranges: string[]) {
  const objects = parseExample(ranges.join('\n---\n'));
  const { limits, requests } = limitRangeDefaults(namespace, objects);
  return { limits: [...limits].sort(), requests: [...requests].sort() };
}

describe('limitRangeDefaults', () => {
  it.each<[string, string[], { limits: string[]; requests: string[] }]>([
    [
      'a default limit is a default request',
      [range('[{ type: Container, default: { memory: 1Gi } }]')],
      { limits: ['memory'], requests: ['memory'] },
    ],
    [
      'max is a default limit',
      [range('[{ type: Container, max: { cpu: 2 } }]')],
      { limits: ['cpu'], requests: ['cpu'] },
    ],
    [
      'min is a default request',
      [range('[{ type: Container, min: { memory: 1Mi } }]')],
      { limits: [], requests: ['memory'] },
    ],
    [
      'a default request is no limit',
      [range('[{ type: Container, defaultRequest: { cpu: 100m } }]')],
      { limits: [], requests: ['cpu'] },
    ],
    [
      'a range for pods fills in nothing',
      [range('[{ type: Pod, max: { memory: 1Gi } }]')],
      { limits: [], requests: [] },
    ],
    [
      'another namespace',
      [range('[{ type: Container, max: { memory: 1Gi } }]', 'bank')],
      { limits: [], requests: [] },
    ],
    [
      'several ranges add up, null is nothing',
      [
        range('[{ type: Container, default: { memory: 1Gi, cpu: null } }]'),
        range('[{ type: Container, defaultRequest: { cpu: 1 } }]'),
      ],
      { limits: ['memory'], requests: ['cpu', 'memory'] },
    ],
  ])('%s', (_, ranges, expected) => {
    expect(defaultsIn('shop', ...ranges)).toEqual(expected);
  });

  it('refuses a range of the wrong shape, for its own namespace only', () => {
    const broken = range('{}');
    expect(() => defaultsIn('shop', broken)).toThrow(
      'LimitRange r.spec.limits is an object, expected a list',
    );
    expect(defaultsIn('bank', broken).limits).toEqual([]);
  });
});
