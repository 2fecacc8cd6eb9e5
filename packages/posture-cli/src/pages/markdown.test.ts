import { codeBlock, section, table } from './markdown';

describe('table', () => {
  it('has columns of one width, and keeps to its cells', () => {
    expect(
      table(
        ['id', 'what'],
        [
          ['a', 'one | two'],
          ['long id', 'more\n lines'],
        ],
      ),
    ).toBe(
      [
        '| id      | what       |',
        '| ------- | ---------- |',
        '| a       | one \\| two |',
        '| long id | more lines |',
      ].join('\n'),
    );
  });
});

describe('codeBlock', () => {
  it('has a fence that its text cannot end', () => {
    expect(codeBlock('sh', 'echo ```\n')).toBe('````sh\necho ```\n````');
  });
});

describe('section', () => {
  it('is not there without content', () => {
    expect([section(2, 'One', []), section(2, 'Two', ['text'])]).toEqual([
      [],
      ['## Two', 'text'],
    ]);
  });
});
