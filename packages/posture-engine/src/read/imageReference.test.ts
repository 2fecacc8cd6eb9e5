import { parseImageReference } from './imageReference';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImageReference', () => {
  it.each([
    ['nginx', { registry: 'docker.io', repository: 'library/nginx' }],
    [
      'nginx:1.27',
      { registry: 'docker.io', repository: 'library/nginx', tag: '1.27' },
    ],
    ['acme/web', { registry: 'docker.io', repository: 'acme/web' }],
    [
      'docker.io/nginx:latest',
      { registry: 'docker.io', repository: 'library/nginx', tag: 'latest' },
    ],
    [
      'index.docker.io/acme/web',
      { registry: 'docker.io', repository: 'acme/web' },
    ],
    [
      'registry.example.com:5000/team/web',
      { registry: 'registry.example.com:5000', repository: 'team/web' },
    ],
    [
      `registry.example.com:5000/team/web:1.2.3@${DIGEST}`,
      {
        registry: 'registry.example.com:5000',
        repository: 'team/web',
        tag: '1.2.3',
        digest: DIGEST,
      },
    ],
    [
      `ghcr.io/acme/deep/path/web@${DIGEST}`,
      {
        registry: 'ghcr.io',
        repository: 'acme/deep/path/web',
        digest: DIGEST,
      },
    ],
    ['localhost/web', { registry: 'localhost', repository: 'web' }],
    [
      'localhost:5000/web:v1',
      { registry: 'localhost:5000', repository: 'web', tag: 'v1' },
    ],
    ['GHCR.io/acme/web', { registry: 'ghcr.io', repository: 'acme/web' }],
    [
      '[::1]:5000/web:v1',
      { registry: '[::1]:5000', repository: 'web', tag: 'v1' },
    ],
    [
      'web:5000',
      { registry: 'docker.io', repository: 'library/web', tag: '5000' },
    ],
  ])('reads %s', (text, expected) => {
    expect(parseImageReference(text)).toEqual(expected);
  });

  it.each([
    '',
    ' ',
    'nginx ',
    'Nginx',
    'nginx:',
    'nginx:a b',
    'nginx@sha256:short',
    `nginx@${DIGEST}@${DIGEST}`,
    'ghcr.io/',
    'ghcr.io//web',
    '-bad-.io/web',
    '{{ .Values.image }}',
    'a'.repeat(2049),
  ])('refuses "%s"', text => {
    expect(parseImageReference(text)).toBeUndefined();
  });

  it('answers alike however often and about however many others it is asked', () => {
    const ask = () => [
      parseImageReference('ghcr.io/acme/web:1'),
      parseImageReference('ghcr.io//web'),
    ];
    const first = ask();
    expect(ask()).toEqual(first);
    for (let tag = 0; tag < 10_001; tag += 1)
      parseImageReference(`ghcr.io/acme/web:t${tag}`);
    expect(ask()).toEqual(first);
  });
});
