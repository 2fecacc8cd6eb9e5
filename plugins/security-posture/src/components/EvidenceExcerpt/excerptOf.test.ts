import { excerptOf, fieldOfWhole, parsePath, Violation } from './excerptOf';

const words = {
  notSet: 'not set',
  expected: (value: string) => `expected: ${value}`,
};

function excerpt(violation: Partial<Violation>) {
  return excerptOf(
    { path: 'spec.hostNetwork', message: 'a message', ...violation },
    words,
  );
}

function textOf(violation: Partial<Violation>): string {
  return excerpt(violation)
    .map(({ text }) => text)
    .join('\n');
}

describe('parsePath', () => {
  it.each([
    ['keys', 'spec.hostNetwork', ['spec', 'hostNetwork']],
    [
      'an index',
      'spec.containers[2].image',
      ['spec', 'containers', 2, 'image'],
    ],
    [
      'a key with dots in brackets',
      'metadata.annotations["a.b/c"]',
      ['metadata', 'annotations', 'a.b/c'],
    ],
    ['nested lists', 'a[0][1]', ['a', 0, 1]],
  ])('reads %s', (_, path, steps) => {
    expect(parsePath(path)).toEqual(steps);
  });
});

describe('fieldOfWhole', () => {
  it.each<[string, Violation['path'], string | undefined, string | undefined]>([
    ['a report', 'VulnerabilityReport shop/web', 'CVE-1 tar', 'CVE-1 tar'],
    [
      'a field of the finding itself',
      'spec.hostPID',
      'spec.hostPID',
      undefined,
    ],
    [
      'a field of another object',
      'Service shop/web.spec.type',
      'spec.type',
      undefined,
    ],
    ['an object that is named twice', 'Role shop/a', 'Role shop/a', undefined],
    ['what has no place', '', 'report', 'report'],
  ])('of %s', (_, path, field, expected) => {
    expect(fieldOfWhole({ path, field, message: 'a message' })).toBe(expected);
  });
});

describe('excerptOf', () => {
  it('names the container, and puts its fields beside the name', () => {
    expect(
      textOf({
        path: 'spec.containers[1].securityContext.privileged',
        container: 'agent',
        actual: true,
        expected: false,
      }),
    ).toBe(
      [
        'spec:',
        '  containers:',
        '    - name: agent',
        '      securityContext:',
        '        privileged: true  # expected: false',
      ].join('\n'),
    );
  });

  it('marks the failing line and no other', () => {
    const lines = excerpt({ path: 'spec.hostNetwork', actual: true });
    expect(lines.filter(({ marked }) => marked)).toEqual([
      { text: '  hostNetwork: true', marked: true },
    ]);
  });

  it.each([
    ['says what is not set', { expected: true }, 'not set, expected: true'],
    ['writes a list', { actual: ['NET_RAW', 'ALL'] }, '[NET_RAW, ALL]'],
    ['quotes a text that looks like a boolean', { actual: 'true' }, '"true"'],
    ['quotes a text with a colon', { actual: 'a: b' }, '"a: b"'],
    ['leaves a plain text alone', { actual: 'Always' }, ': Always'],
    ['writes a number', { actual: 0 }, ': 0'],
    [
      'writes expected words as words',
      { actual: 0, expected: '1 or more' },
      '# expected: 1 or more',
    ],
  ])('%s', (_, violation, wanted) => {
    expect(textOf(violation)).toContain(wanted);
  });

  it('starts an item without a name with its first key', () => {
    expect(
      textOf({ path: 'spec.volumes[0].hostPath.path', actual: '/var/run' }),
    ).toBe(
      ['spec:', '  volumes:', '    - hostPath:', '        path: /var/run'].join(
        '\n',
      ),
    );
  });

  it.each([
    {
      name: 'a field of another object',
      violation: {
        path: 'Service shop/web.v2.spec.type',
        field: 'Service web.v2 type',
        actual: 'NodePort',
        expected: 'ClusterIP',
      },
      lines: [
        '# Service shop/web.v2',
        'spec:',
        '  type: NodePort  # expected: ClusterIP',
      ],
    },
    {
      name: 'what a report says of an image',
      violation: {
        path: 'VulnerabilityReport shop/web',
        field: 'CVE-2021-44228 log4j-core',
        actual: '2.14.1',
        expected: ['2.15.0', '2.12.2'],
      },
      lines: [
        '# VulnerabilityReport shop/web',
        '"CVE-2021-44228 log4j-core": "2.14.1"  # expected: ["2.15.0", "2.12.2"]',
      ],
    },
    {
      name: 'another object as a whole',
      violation: {
        path: 'RoleBinding shop/web',
        field: 'RoleBinding shop/web',
        actual: ['get secrets'],
      },
      lines: ['# RoleBinding shop/web', '- [get secrets]'],
    },
    {
      name: 'a path with a blank in a key of the object itself',
      violation: { path: 'data["The key"]', actual: 'x' },
      lines: ['data:', '  "The key": x'],
    },
  ])('shows $name', ({ violation, lines }) => {
    expect(textOf(violation)).toBe(lines.join('\n'));
  });

  it('marks an item of a list', () => {
    expect(textOf({ path: 'capabilities.add[0]', actual: 'SYS_ADMIN' })).toBe(
      ['capabilities:', '  add:', '    - SYS_ADMIN'].join('\n'),
    );
  });
});
