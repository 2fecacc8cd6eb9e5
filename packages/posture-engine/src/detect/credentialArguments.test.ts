import { credentialArguments } from './credentialArguments';

describe('credentialArguments', () => {
  it.each<[string, string[], { index: number; flag: string | undefined }[]]>([
    [
      'a flag with its value',
      ['serve', '--db-password=hunter2'],
      [{ index: 1, flag: '--db-password' }],
    ],
    [
      'a flag and the element after it',
      ['--db-password', 'hunter2'],
      [{ index: 1, flag: '--db-password' }],
    ],
    ['one dash', ['-password=hunter2'], [{ index: 0, flag: '-password' }]],
    [
      'a pattern in any element',
      ['--dsn', 'postgres://app:hunter2@db/shop'],
      [{ index: 1, flag: '--dsn' }],
    ],
    [
      'a pattern in a shell line',
      ['sh', '-c', 'curl https://me:hunter2@example.com'],
      [{ index: 2, flag: '-c' }],
    ],
    ['a flag that names a file', ['--token-file=/run/token'], []],
    ['a flag without value', ['--token', '--verbose'], []],
    ['a flag at the end', ['--token'], []],
    ['a reference', ['--password=$(DB_PASSWORD)'], []],
    ['a boolean flag', ['--use-token=true'], []],
    [
      'the value of a flag that has one already',
      ['--token=true', 'serving-web'],
      [],
    ],
    ['plain words', ['run', 'password', 'hunter2hunter2'], []],
  ])('%s', (_, elements, expected) => {
    expect(credentialArguments(elements)).toEqual(expected);
  });
});
