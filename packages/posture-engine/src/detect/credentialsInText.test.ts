import { credentialsInText, decodeBase64 } from './credentialsInText';

const encode = (text: string) => Buffer.from(text).toString('base64');

describe('credentialsInText', () => {
  it.each<[string, string, string, string[]]>([
    ['a value by its name', 'db.password', 'hunter2', ['db.password']],
    [
      'a pattern',
      'tls.key',
      '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
      ['tls.key'],
    ],
    [
      'a pattern, base64-encoded',
      'blob',
      encode('AKIAIOSFODNN7EXAMPLE is it'),
      ['blob'],
    ],
    [
      'lines of properties, base64-encoded and folded',
      'blob',
      encode('host=db\npassword=hunter2\n').replace(/(.{10})/g, '$1\n'),
      ['password'],
    ],
    ['encoded twice', 'blob', encode(encode('password=hunter2 here')), []],
    [
      'properties',
      'app.properties',
      'db.host=db\ndb.password=hunter2\nclient.secret = abcdefgh\n',
      ['db.password', 'client.secret'],
    ],
    ['env', 'app.env', 'export DB_PASSWORD="hunter2"\n', ['DB_PASSWORD']],
    ['ini', 'app.ini', '[db]\npassword = hunter2\n', ['password']],
    [
      'YAML',
      'app.yaml',
      'db:\n  password: hunter2\n  - token: "abcdefgh"\n',
      ['password', 'token'],
    ],
    ['JSON', 'app.json', '{\n  "password": "hunter2",\n}', ['password']],
    [
      'a URL with a password in a line',
      'app.yaml',
      'dsn: postgres://app:hunter2@db\n',
      ['dsn'],
    ],
    [
      'a line that is nothing but a URL with a password',
      'servers.txt',
      'https://app:hunter2@db',
      ['servers.txt'],
    ],
    ['a name once', 'a.env', 'PASSWORD=a1\nPASSWORD=b2\n', ['PASSWORD']],
    ['a comment', 'app.ini', '# password = hunter2\n; token: abcdefgh\n', []],
    ['a reference', 'app.yaml', 'password: ${DB_PASSWORD}\n', []],
    ['a place', 'app.yaml', 'passwordFile: /run/secrets/db\n', []],
    ['what follows below', 'app.yaml', 'password:\n  from: vault\n', []],
    ['a file that is called so', 'tokens.yaml', 'limit: 5\nburst: 10\n', []],
    [
      'a certificate',
      'ca.crt',
      '-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----\n',
      [],
    ],
    ['code', 'a.js', 'const password = "hunter2";\n', []],
    [
      'a name that is a credential itself is not shown',
      'keys.env',
      'AKIAIOSFODNN7EXAMPLE=abc\n',
      ['keys.env'],
    ],
  ])('%s', (_, name, text, expected) => {
    expect(credentialsInText(name, text)).toEqual(expected);
  });

  it('takes time linear to the text', () => {
    const texts = [
      ' '.repeat(500_000),
      ', '.repeat(300_000),
      '=:'.repeat(300_000),
      `${'a '.repeat(300_000)}!`,
      'password=a\n'.repeat(50_000),
    ];
    const begun = performance.now();
    texts.forEach(text => credentialsInText('app.properties', `${text}x`));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

describe('decodeBase64', () => {
  it.each([
    ['too short', 'aGFsbG8='],
    ['not of full length', 'aGFsbG8gd2VsdCwgaGFsbG8'],
    ['another alphabet', 'hello, world: hello, world!!'],
  ])('answers nothing for what is %s', (_, text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});
