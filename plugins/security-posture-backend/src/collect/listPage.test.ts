import {
  SUPPORTING_RESOURCES,
  WORKLOAD_RESOURCES,
} from 'security-posture-engine';
import { listPathOf, parseListPage } from './listPage';

const ROLES = SUPPORTING_RESOURCES.roles;

describe('listPathOf', () => {
  it('names a core kind', () => {
    expect(listPathOf(WORKLOAD_RESOURCES.pods, 100, undefined)).toBe(
      '/api/v1/pods?limit=100&timeoutSeconds=30',
    );
  });

  it('selects by field where the kind says so', () => {
    const { tokenSecrets } = SUPPORTING_RESOURCES;
    expect(listPathOf(tokenSecrets, 500, undefined)).toBe(
      '/api/v1/secrets?limit=500&timeoutSeconds=30&fieldSelector=type%3Dkubernetes.io%2Fservice-account-token',
    );
  });

  it('names a kind of a group, and encodes where to go on', () => {
    expect(listPathOf(ROLES, 500, 'a+b/c=&limit=0')).toBe(
      '/apis/rbac.authorization.k8s.io/v1/roles?limit=500&timeoutSeconds=30&continue=a%2Bb%2Fc%3D%26limit%3D0',
    );
  });
});

describe('parseListPage', () => {
  const list = (rest: object) => ({
    kind: 'RoleList',
    metadata: {},
    items: [],
    ...rest,
  });

  it('takes null for no items, as Go writes it', () => {
    expect(parseListPage(list({ items: null }), ROLES, undefined)).toEqual({
      contents: { items: [] },
      next: undefined,
    });
  });

  it('gives bare metadata the kind that it is of', () => {
    const item = {
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
    };
    const { contents } = parseListPage(
      list({ kind: 'PartialObjectMetadataList', items: [item] }),
      ROLES,
      undefined,
    );
    expect(contents.items).toEqual([
      { kind: 'Role', apiVersion: 'rbac.authorization.k8s.io/v1' },
    ]);
  });

  it.each([
    ['no object', 'text'],
    ['no list', { kind: 'Status', metadata: {} }],
    ['no kind', { metadata: {}, items: [] }],
    ['no metadata', { kind: 'RoleList', items: [] }],
    ['items that are no list', list({ items: {} })],
    ['an item that is no object', list({ items: ['text'] })],
    ['a page that leads to itself', list({ metadata: { continue: 'here' } })],
  ])('refuses %s', (_, json) => {
    expect(() => parseListPage(json, ROLES, 'here')).toThrow(
      expect.objectContaining({ reason: 'parseError' }),
    );
  });
});
