import { parseFieldSelector } from './fieldSelector';

const object = { namespace: 'shop', name: 'web' };

describe('parseFieldSelector', () => {
  it.each([
    ['', true],
    ['metadata.name=web', true],
    ['metadata.name==web', true],
    ['metadata.name!=web', false],
    ['metadata.namespace=shop', true],
    ['metadata.namespace=shop,metadata.name=api', false],
    ['metadata.namespace!=shop', false],
  ])('%s matches: %s', (selector, expected) => {
    expect(parseFieldSelector(selector)(object)).toBe(expected);
  });

  it('sees a cluster-scoped object as one without namespace', () => {
    expect(parseFieldSelector('metadata.namespace=')({ name: 'x' })).toBe(true);
  });

  it.each(['spec.nodeName=a', 'metadata.name', 'web'])(
    '%s is refused',
    selector => {
      expect(() => parseFieldSelector(selector)).toThrow(
        'field label not supported',
      );
    },
  );
});
