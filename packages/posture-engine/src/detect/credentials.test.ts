import {
  holdsCredentialPattern,
  isCredential,
  isNamedCredential,
} from './credentials';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ3ZWIifQ.c2lnbmF0dXJlLW9mLXRoaXM';

describe('holdsCredentialPattern', () => {
  it.each([
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIE'],
    ['an RSA key', 'x\n-----BEGIN RSA PRIVATE KEY-----\nMIIE'],
    ['an encrypted key', '-----BEGIN ENCRYPTED PRIVATE KEY-----'],
    ['a PGP key', '-----BEGIN PGP PRIVATE KEY BLOCK-----'],
    ['an AWS access key id', 'AKIAIOSFODNN7EXAMPLE'],
    ['an AWS access key id in a sentence', 'id=AKIAIOSFODNN7EXAMPLE;'],
    ['a GitHub token', `ghp_${'a1B2'.repeat(9)}`],
    ['a fine-grained GitHub token', `github_pat_${'11AA_b2'.repeat(6)}`],
    ['a Google API key', `AIza${'Sy0_-'.repeat(7)}`],
    ['a Slack token', 'xoxb-1234567890-abcdef'],
    ['a JWT', JWT],
    ['a bearer header', `Authorization: Bearer ${JWT}`],
    ['a URL with user and password', 'postgres://app:hunter2@db:5432/shop'],
    ['a URL with a password only', 'redis://:hunter2@cache:6379'],
    [
      'a literal password behind one that is a reference',
      'amqp://a:$(PW)@one amqp://b:hunter2@two',
    ],
  ])('knows %s', (_, text) => {
    expect(holdsCredentialPattern(text)).toBe(true);
  });

  it.each([
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIID'],
    ['a public key', '-----BEGIN PUBLIC KEY-----'],
    ['AKIA inside a longer word', 'xAKIAIOSFODNN7EXAMPLEx'],
    ['the word JWT', 'JWT'],
    ['the word Bearer', 'Bearer'],
    ['_key_ as a bare part of a word', 'some_key_here'],
    ['a URL without user', 'https://example.com/a@b:c'],
    ['a URL with a user only', 'https://git@example.com/repo.git'],
    ['a URL whose password is a reference', 'postgres://app:$(DB_PW)@db/shop'],
    ['a URL whose password is a shell variable', 'amqp://u:${PW}@mq'],
    ['a URL whose password is a template', 'amqp://u:{{.pw}}@mq'],
    ['a host and port', 'tcp://db:5432/@'],
    ['an image reference', 'registry.example.com:5000/a@sha256:abc'],
    ['dotted words', 'eyJ.a.b'],
    ['nothing', ''],
  ])('lets %s be', (_, text) => {
    expect(holdsCredentialPattern(text)).toBe(false);
  });

  it('takes time linear to the text', () => {
    const texts = [
      'eyJ'.repeat(400_000),
      'eyJaaaaaaaa.'.repeat(100_000),
      '://'.repeat(400_000),
      '://a:'.repeat(200_000),
      '-----BEGIN RSA '.repeat(80_000),
      'ghp_'.repeat(300_000),
      'a'.repeat(1_000_000),
    ];
    const begun = performance.now();
    texts.forEach(text => {
      isCredential('password', text);
      isCredential('token', `${text}!`);
    });
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

describe('isNamedCredential', () => {
  it.each([
    ['DB_PASSWORD', 'hunter2'],
    ['DB_PASSWORD', '1234'],
    ['PASSWORD', 'x'],
    ['dbPassword', 'abc'],
    ['PGPASSWORD', 'postgres'],
    ['MYSQL_PWD', 'root'],
    ['mysql.passwd', 'root'],
    ['PASSPHRASE', 'a b'],
    ['db-password', 'hunter2'],
    ['API_KEY', 'abcdef0123456789'],
    ['APIKey', 'abcdef0123456789'],
    ['apikey', 'abcdef0123456789'],
    ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG'],
    ['access-key', 'wJalrXUtnFEMI'],
    ['PRIVATE_KEY', 'MIIEvQIBADANBg'],
    ['clientSecret', 's3cr3t-of-client'],
    ['CLIENT_SECRETS', 's3cr3t-of-client'],
    ['GITHUB_TOKEN', 'abcdefgh'],
    ['DB_CREDENTIALS', 'user/pass-of-db'],
    ['SECRET_WORD', 'user@example.com:pass'],
    ['DATABASE_SECRET', 'mysql://app:hunter2@db'],
    ['PASSWORD', 'P4SSWORD'],
  ])('%s with %s is one', (name, value) => {
    expect(isNamedCredential(name, value)).toBe(true);
  });

  it.each([
    ['an empty value', 'DB_PASSWORD', ''],
    ['blanks', 'DB_PASSWORD', '  '],
    [
      'a name of a file (regolibrary#563)',
      'DB_PASSWORD_FILE',
      'hunter2hunter2',
    ],
    ['a name of a path (regolibrary#697)', 'TOKEN_PATH', 'some-token-place'],
    ['a name in camel case that names a place', 'secretName', 'db-credentials'],
    ['a directory', 'SECRETS_DIR', 'some-directory'],
    ['a URL by its name', 'TOKEN_URL', 'token-endpoint'],
    ['a switch by its name', 'PASSWORD_ENABLED', 'sometimes'],
    ['a time to live', 'TOKEN_TTL', 'one-hour-long'],
    ['an issuer', 'TOKEN_ISSUER', 'accounts-example'],
    ['a flag that names a file', 'token-file', 'some-token-place'],
    ['a path', 'DB_PASSWORD', '/run/secrets/db'],
    ['a relative path', 'DB_PASSWORD', './secret'],
    ['a file URL', 'DB_PASSWORD', 'file:/run/secrets/db'],
    ['a URL without user', 'API_TOKEN', 'https://vault.example.com/v1/token'],
    ['a JDBC URL', 'DB_SECRET', 'jdbc:postgresql://db:5432/shop'],
    ['a boolean', 'USE_TOKEN', 'true'],
    ['a boolean for a password', 'ASK_PASSWORD', 'false'],
    ['a number', 'TOKEN_COUNT_SECRET', '4096000000'],
    ['a number with a fraction', 'API_TOKEN', '12345678.5'],
    ['a duration', 'REFRESH_TOKEN', '100h30m15s'],
    ['an ISO duration', 'REFRESH_TOKEN', 'P30DT12H30M'],
    ['a reference', 'DB_PASSWORD', '$(OTHER)'],
    ['a shell reference', 'DB_PASSWORD', '${DB_PASSWORD}'],
    ['a shell variable', 'DB_PASSWORD', '$DB_PASSWORD'],
    ['a template', 'DB_PASSWORD', '{{ .Values.password }}'],
    ['a short value', 'API_TOKEN', 'abcdefg'],
    ['the bare word key (kubescape)', 'key', 'abcdef0123456789'],
    ['a key of another kind', 'PARTITION_KEY', 'abcdef0123456789'],
    ['a word that only begins so', 'TOKENIZER_MODEL', 'bert-base-uncased'],
    ['a word that only ends so', 'MYTOKEN', 'abcdef0123456789'],
    ['JWT', 'JWT_ALGORITHM', 'RS256-and-more'],
    ['Bearer', 'BEARER_REALM', 'api.example.com'],
    ['nothing of JSON', 'password', 'null'],
    ['the start of a block', 'password', '|-'],
    ['a text for a name', `password${'-x'.repeat(200)}`, 'hunter2'],
  ])('lets %s be', (_, name, value) => {
    expect(isNamedCredential(name, value)).toBe(false);
  });
});
