import { parseFieldSelector } from './fieldSelector';

const secret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { namespace: 'shop', name: 'web' },
  type: 'kubernetes.io/service-account-token',
};
const object = { namespace: 'shop', name: 'web', read: () => secret };
const { type, ...untyped } = secret;

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
    expect(parseFieldSelector(selector, 'pods')(object)).toBe(expected);
  });

  it('sees a cluster-scoped object as one without namespace', () => {
    const matches = parseFieldSelector('metadata.namespace=', 'nodes');
    expect(matches({ ...object, namespace: undefined })).toBe(true);
  });

  it.each([
    [`type=${type}`, secret, true],
    [`type!=${type}`, secret, false],
    ['type=Opaque', secret, false],
    ['type=Opaque', untyped, true],
  ])('%s matches a Secret: %#', (selector, manifest, expected) => {
    const matches = parseFieldSelector(selector, 'secrets');
    expect(matches({ ...object, read: () => manifest })).toBe(expected);
  });

  it.each(['spec.nodeName=a', 'metadata.name', 'web', 'type=Opaque'])(
    '%s is refused',
    selector => {
      expect(() => parseFieldSelector(selector, 'pods')).toThrow(
        'field label not supported',
      );
    },
  );
});
