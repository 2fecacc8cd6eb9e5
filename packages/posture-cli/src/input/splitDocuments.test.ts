import { splitDocuments } from './splitDocuments';

describe('splitDocuments', () => {
  it.each([
    ['nothing', '', [['', 1]]],
    ['one document', 'a\nb\n', [['a\nb\n', 1]]],
    ['a marker first', '---\na\n', [['---\na\n', 1]]],
    [
      'two documents',
      'a\n---\nb\n',
      [
        ['a\n', 1],
        ['---\nb\n', 2],
      ],
    ],
    [
      'comments and directives first',
      '# a\n%YAML 1.2\n\n---\nb\n---\n# c\n---',
      [
        ['# a\n%YAML 1.2\n\n---\nb\n', 1],
        ['---\n# c\n', 6],
        ['---', 8],
      ],
    ],
    [
      'a marker with content or a carriage return',
      '--- a\n---\r\nb',
      [
        ['--- a\n', 1],
        ['---\r\nb', 2],
      ],
    ],
    [
      'dashes that are no marker',
      '----\n ---\n---a',
      [['----\n ---\n---a', 1]],
    ],
  ])('%s', (_, stream, documents) => {
    expect(splitDocuments(stream)).toEqual(
      documents.map(([text, line]) => ({ text, line })),
    );
  });
});
