import { parseDocuments } from './parseDocuments';

function jsonOf(text: string) {
  return parseDocuments({ text, line: 1 }).map(document =>
    'json' in document ? document.json : document.message,
  );
}

describe('parseDocuments', () => {
  it.each([
    ['booleans', 'a: yes\nb: off\nc: "yes"', [{ a: true, b: false, c: 'yes' }]],
    ['octal numbers', 'mode: 0644', [{ mode: 420 }]],
    ['no times', 'a: 12:30\nb: 2020-01-01', [{ a: '12:30', b: '2020-01-01' }]],
    ['keys as texts', 'y: 1\n8080: 2', [{ y: 1, '8080': 2 }]],
    [
      'merge keys',
      'a: &a { b: 1 }\nc: { <<: *a }',
      [{ a: { b: 1 }, c: { b: 1 } }],
    ],
    [
      'an alias more than once',
      'a: &a [1]\nb: [*a, *a]',
      [{ a: [1], b: [[1], [1]] }],
    ],
    ['JSON with tabs', '{\n\t"a": [1, null]\n}', [{ a: [1, null] }]],
    ['documents that ... parts', 'a: 1\n...\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    [
      'an anchor within itself',
      'a: &a { b: &a 1, c: *a }',
      ['An alias stands for something that holds it.'],
    ],
  ])('reads %s', (_, text, documents) => {
    expect(jsonOf(text)).toEqual(documents);
  });
});
