import { MOST_MANIFESTS } from 'backstage-plugin-security-posture-common';
import { readObjects } from './readObjects';

const breathe = async () => {};

function anObject(over: object = {}) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    ...over,
  };
}

function named(name: string) {
  return anObject({ metadata: { name } });
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('readObjects', () => {
  it.each<[string, unknown, readonly string[], number]>([
    ['one object', anObject(), ['Deployment web'], 1],
    ['an array', [named('a'), named('b')], ['Deployment a', 'Deployment b'], 2],
    [
      'a List, and a list in it',
      {
        apiVersion: 'v1',
        kind: 'List',
        items: [
          named('a'),
          {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'RoleList',
            items: [{ metadata: { name: 'r' } }],
          },
        ],
      },
      ['Deployment a', 'Role r'],
      2,
    ],
    [
      'a list of nothing',
      { apiVersion: 'v1', kind: 'List', items: null },
      [],
      0,
    ],
    [
      'a kind that nobody reads, without a name',
      { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' },
      [],
      1,
    ],
    [
      'texts with braces where they are meant',
      anObject({
        metadata: { name: 'web', annotations: { a: '{{ $labels }}' } },
      }),
      ['Deployment web'],
      1,
    ],
    [
      'one name in two namespaces',
      [anObject(), anObject({ metadata: { name: 'web', namespace: 'other' } })],
      ['Deployment web', 'Deployment web'],
      2,
    ],
    [
      'a Job that is named when it is made, twice',
      Array(2).fill({
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { generateName: 'job-' },
      }),
      ['Job job-', 'Job job-'],
      2,
    ],
  ])('reads %s', async (_, json, names, total) => {
    const read = await readObjects(JSON.stringify(json), breathe);
    expect(
      read.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual(names);
    expect(read.total).toBe(total);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'kind: Deployment', /^manifests is no JSON: send an array/],
    [
      'a template',
      '[{"kind": {{ .Values.kind }} }]',
      /^manifests holds templates: render them \(helm template\)/,
    ],
    [
      'a template in a name',
      JSON.stringify([named('{{ .Release.Name }}')]),
      /^object 1 of manifests \(Deployment {{ .Release.Name }}\) is a template, for its name/,
    ],
    ['a number', '[7]', /^object 1 of manifests is no Kubernetes object/],
    [
      'an item without a kind',
      JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [{}] }),
      /^object 1, item 1 of manifests is no Kubernetes object: its apiVersion is no text/,
    ],
    [
      'a kind that is no text',
      JSON.stringify([named('a'), anObject({ kind: 7 })]),
      /^object 2 of manifests \(shop\/web\) is no Kubernetes object: its kind is no text/,
    ],
    [
      'a workload without a name',
      JSON.stringify(anObject({ metadata: {} })),
      /^object 1 of manifests \(Deployment\) has no metadata.name/,
    ],
    [
      'two objects of one name, of two versions',
      JSON.stringify([anObject(), anObject({ apiVersion: 'apps/v1beta2' })]),
      /^object 2 of manifests \(Deployment shop\/web\) stands there already, as object 1: send it once/,
    ],
    [
      'a prototype',
      '[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"__proto__":{"a":1}}}]',
      /^object 1 of manifests \(Pod a\) has the key __proto__: take it out/,
    ],
    [
      'a constructor',
      JSON.stringify(anObject({ constructor: { prototype: {} } })),
      /has the key constructor/,
    ],
    [
      'deep nesting',
      JSON.stringify(anObject({ spec: nested(200) })),
      /is nested deeper than 100 levels/,
    ],
    [
      'nesting beyond any stack',
      `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":${'['.repeat(
        200_000,
      )}${']'.repeat(200_000)}}`,
      /is nested deeper than 100 levels/,
    ],
    [
      'lists in lists in lists in lists',
      JSON.stringify(
        [1, 2, 3, 4].reduce<object>(
          inner => ({ apiVersion: 'v1', kind: 'List', items: [inner] }),
          anObject(),
        ),
      ),
      /is a list in a list in a list/,
    ],
    [
      'masses of values',
      JSON.stringify(anObject({ spec: Array(60_000).fill(0) })),
      /holds more than 50000 values/,
    ],
    [
      'too many objects',
      JSON.stringify(
        Array.from({ length: MOST_MANIFESTS + 1 }, (_, index) =>
          named(`a${index}`),
        ),
      ),
      /^manifests holds more than 2000 objects: send fewer at once/,
    ],
  ])('refuses %s', async (_, text, words) => {
    await expect(readObjects(text, breathe)).rejects.toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(words),
      }),
    );
  });
});
