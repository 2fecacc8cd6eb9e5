import { parse, stringify } from 'yaml';
import { toYaml } from './toYaml';

const SCALARS = [
  'plain',
  '',
  ' padded ',
  'yes',
  'off',
  'null',
  '~',
  '1e3',
  '0o17',
  '0777',
  '1:30',
  'a: b',
  'a #b',
  '- a',
  '---',
  '--- a',
  '...',
  '%a',
  '? a',
  '{a}',
  '*a',
  '@a',
  'two\nlines',
  'EOF\n',
  'tab\t',
  '"quoted"',
  "it's",
  'a/b.c-d',
  'x'.repeat(200),
  'ä ☃',
  '\u0000',
  0,
  -1.5,
  1e21,
  true,
  false,
  null,
];

describe('toYaml', () => {
  it.each<[string, object]>([
    ['a scalar of each kind in a list', SCALARS],
    [
      'a scalar of each kind in a map',
      Object.fromEntries(SCALARS.map((value, index) => [`k${index}`, value])),
    ],
    [
      'keys of each kind',
      Object.fromEntries(SCALARS.map((value, index) => [`${value}`, index])),
    ],
    ['maps in lists in maps', { a: [{ b: [{ c: 1, d: [2, [3, 4]] }] }] }],
    ['what is empty', { a: {}, b: [], c: [{}, []], d: { e: {} } }],
    ['an empty map', {}],
    ['an empty list', []],
    ['what is undefined', { a: undefined, b: { c: undefined }, d: 1 }],
  ])('writes %s so that it reads back the same', (_, value) => {
    const text = toYaml(value);
    const same = JSON.parse(JSON.stringify(value));
    expect(parse(text, { version: '1.2' })).toEqual(same);
    expect(parse(text, { version: '1.1' })).toEqual(same);
  });

  it('writes a patch as the library does', () => {
    const patch = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'on', namespace: '007' },
      spec: {
        template: {
          spec: {
            containers: [
              {
                name: 'web',
                args: ['--level=info', 'yes', 'two\nlines'],
                securityContext: { capabilities: { drop: ['ALL'], add: [] } },
              },
            ],
            volumes: [{ name: 'tmp', emptyDir: {} }],
          },
        },
      },
    };
    expect(toYaml(patch)).toBe(
      stringify(patch, {
        lineWidth: 0,
        blockQuote: false,
        compat: 'yaml-1.1',
      }),
    );
  });

  it('gives every value a line of its own, whatever it holds', () => {
    const text = toYaml({ a: 'x\nEOF\nkind: Secret\n', b: 'y' });
    expect(text.split('\n')).toHaveLength(3);
  });
});
