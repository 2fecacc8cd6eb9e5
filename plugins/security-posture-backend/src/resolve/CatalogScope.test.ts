import { Entity } from '@backstage/catalog-model';
import { scopesOf, toCatalogScope } from './CatalogScope';

function anEntity(
  kind: string,
  name: string,
  rest: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    ...rest,
  };
}

describe('toCatalogScope', () => {
  it.each<[string, Entity, object]>([
    [
      'a group, below the group above it',
      anEntity('Group', 'Payments', {
        metadata: { name: 'Payments', namespace: 'Shop', title: 'The payers' },
        relations: [
          { type: 'hasMember', targetRef: 'user:default/olivia' },
          { type: 'parentOf', targetRef: 'group:default/refunds' },
          { type: 'childOf', targetRef: 'group:default/shop' },
        ],
      }),
      {
        ref: 'group:shop/payments',
        type: 'group',
        title: 'The payers',
        parent: 'group:default/shop',
      },
    ],
    [
      'a group without a title, by the name of its profile',
      anEntity('Group', 'g', { spec: { profile: { displayName: 'Gee' } } }),
      { ref: 'group:default/g', type: 'group', title: 'Gee' },
    ],
    [
      'a group of several, always below the same one',
      anEntity('Group', 'g', {
        relations: [
          { type: 'childOf', targetRef: 'group:default/b' },
          { type: 'childOf', targetRef: 'group:default/a' },
        ],
      }),
      { ref: 'group:default/g', type: 'group', parent: 'group:default/a' },
    ],
    [
      'a system, below its domain, whoever owns it',
      anEntity('System', 's', {
        relations: [
          { type: 'ownedBy', targetRef: 'group:default/g' },
          { type: 'hasPart', targetRef: 'component:default/c' },
          { type: 'partOf', targetRef: 'system:default/not-a-domain' },
          { type: 'partOf', targetRef: 'domain:default/d' },
        ],
      }),
      { ref: 'system:default/s', type: 'system', parent: 'domain:default/d' },
    ],
    [
      'a domain, below the domain that it is part of',
      anEntity('Domain', 'd', {
        relations: [{ type: 'partOf', targetRef: 'domain:default/e' }],
      }),
      { ref: 'domain:default/d', type: 'domain', parent: 'domain:default/e' },
    ],
    [
      'a scope whose title is no text, without one',
      anEntity('Group', 'g', { spec: { profile: { displayName: 7 } } }),
      { ref: 'group:default/g', type: 'group' },
    ],
  ])('takes %s', (_, entity, scope) => {
    expect(toCatalogScope(entity)).toEqual(scope);
  });
});

describe('scopesOf', () => {
  it('names every group that owns an entity, and what it is part of; users are no scopes', () => {
    const entity = anEntity('Component', 'c', {
      relations: [
        { type: 'ownedBy', targetRef: 'user:default/olivia' },
        { type: 'ownedBy', targetRef: 'group:default/two' },
        { type: 'ownedBy', targetRef: 'group:default/one' },
        { type: 'ownedBy', targetRef: 'group:default/one' },
        { type: 'partOf', targetRef: 'component:default/parent' },
        { type: 'partOf', targetRef: 'system:default/s' },
        { type: 'dependsOn', targetRef: 'system:default/other' },
      ],
    });
    expect(scopesOf(entity)).toEqual([
      'group:default/one',
      'group:default/two',
      'system:default/s',
    ]);
  });

  it('names nothing of an entity without relations', () => {
    expect(scopesOf(anEntity('Component', 'c'))).toEqual([]);
  });
});
