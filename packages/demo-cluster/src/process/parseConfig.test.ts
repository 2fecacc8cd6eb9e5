import { parseConfig } from './parseConfig';

describe('parseConfig', () => {
  it('reads clusters, written and generated', () => {
    const text = `
controlPort: 17000
clusters:
  - name: prod-eu
    port: 17001
    version: v1.35.8
    data: [data/prod-eu, /elsewhere]
    latencyMs: 5
    tokens:
      - { token: a, rules: all, denied: [secrets], user: jane }
      - token: b
        rules:
          - { verbs: [get], resources: [pods], apiGroups: [""], namespaces: [shop] }
          - { verbs: [get], nonResourceURLs: [/metrics] }
  - { name: large, port: 0, generate: { size: M, seed: 1, cluster: 2 } }
`;
    expect(parseConfig(text, '/here')).toEqual({
      controlPort: 17000,
      clusters: [
        {
          name: 'prod-eu',
          port: 17001,
          version: 'v1.35.8',
          data: ['/here/data/prod-eu', '/elsewhere'],
          latencyMs: 5,
          tokens: [
            { token: 'a', rules: 'all', denied: ['secrets'], user: 'jane' },
            {
              token: 'b',
              rules: [
                {
                  verbs: ['get'],
                  resources: ['pods'],
                  apiGroups: [''],
                  namespaces: ['shop'],
                },
                { verbs: ['get'], nonResourceURLs: ['/metrics'] },
              ],
            },
          ],
        },
        {
          name: 'large',
          port: 0,
          data: [],
          generate: { size: 'M', seed: 1, cluster: 2 },
        },
      ],
    });
  });

  it.each([
    ['no map', '[]', 'the config must be a map'],
    ['no clusters', '{}', 'clusters must be a list'],
    ['an unknown field', 'cluster: []', `the config has no 'cluster'`],
    ['no name', 'clusters: [{ port: 1 }]', 'clusters[0].name must be a text'],
    [
      'no port',
      'clusters: [{ name: a }]',
      'clusters[0].port must be a whole number',
    ],
    [
      'an unknown size',
      'clusters: [{ name: a, port: 1, generate: { size: Q } }]',
      'a size is one of',
    ],
    [
      'a token without rules',
      'clusters: [{ name: a, port: 1, tokens: [{ token: x }] }]',
      'tokens.rules must be a list',
    ],
    [
      'a rule without verbs',
      'clusters: [{ name: a, port: 1, tokens: [{ token: x, rules: [{}] }] }]',
      'tokens.rules.verbs must be a list',
    ],
  ])('refuses %s', (_name, text, message) => {
    expect(() => parseConfig(text, '/here')).toThrow(message);
  });
});
