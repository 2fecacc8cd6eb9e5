import { decodeCursor, encodeCursor } from './cursor';

const query = ['findings', 'component:default/a', undefined, ['high']];

function forged(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The fingerprint that a cursor of the query bears. */
const print = JSON.parse(
  Buffer.from(encodeCursor(query, 1), 'base64url').toString(),
)[0];

describe('cursors', () => {
  it.each([0, 1, 50, 9_999_999])('bring back the offset %d', offset => {
    expect(decodeCursor(query, encodeCursor(query, offset))).toBe(offset);
  });

  it('are not needed for the first page', () => {
    expect(decodeCursor(query, undefined)).toBe(0);
  });

  it.each([
    [
      'of another entity',
      encodeCursor(['findings', 'component:default/b', undefined, ['high']], 5),
    ],
    [
      'of another filter',
      encodeCursor(['findings', 'component:default/a', undefined, ['low']], 5),
    ],
    ['that is no base64', '%%%'],
    ['that is no JSON', Buffer.from('{').toString('base64url')],
    ['that is no list', forged({ offset: 1 })],
    ['that is null', forged(null)],
    ['without an offset', forged([print])],
    ['with a negative offset', forged([print, -1])],
    ['with half an offset', forged([print, 1.5])],
    ['with an offset in text', forged([print, '1; drop table findings'])],
    ['with an endless offset', forged([print, 1e300])],
  ])('refuse one %s', (_, cursor) => {
    expect(() => decodeCursor(query, cursor)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining('Ask for the first page'),
      }),
    );
  });
});
