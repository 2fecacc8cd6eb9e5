import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { CallerPolicy } from '../__testUtils__/CallerPolicy';
import { VisibleEntities } from './VisibleEntities';

const USER = 'user:default/half-blind';
const SEEN = 'component:default/seen';
const HIDDEN = 'component:default/hidden';
const TEAM = 'group:default/team';
const RIVALS = 'group:default/rivals';

function asEntity(ref: string) {
  const { kind, namespace, name } = parseEntityRef(ref);
  return { kind, metadata: { namespace, name, uid: `uid of ${ref}` } };
}

function aSight() {
  const time = { now: 0 };
  const policy = new CallerPolicy();
  policy.entities = [SEEN, HIDDEN, TEAM, RIVALS].map(
    (ref): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      ...asEntity(ref),
    }),
  );
  policy.rights.set(USER, { sees: ref => ref === SEEN });
  const visible = new VisibleEntities({
    auth: mockServices.auth(),
    catalog: policy.catalog,
    logger: mockServices.logger.mock(),
    permissions: policy.permissions,
    listStoredEntities: async () => [
      ...[SEEN, HIDDEN].map(entityRef => ({
        entityRef,
        kind: 'component',
        uid: `uid of ${entityRef}`,
      })),
      ...[TEAM, RIVALS].map(entityRef => ({ entityRef, kind: 'group' })),
    ],
    clock: () => time.now,
  });
  const look = () => visible.of(mockCredentials.user(USER));
  return { time, policy, look };
}

/** What goes on beside an answer has come to its end. */
const settled = () => new Promise(resolve => setImmediate(resolve));

describe('what a caller may see', () => {
  it('is what the catalog shows, and remembered for half a minute', async () => {
    const { time, policy, look } = aSight();
    expect(await look()).toEqual(new Set([SEEN]));
    time.now = 29_999;
    await look();
    await settled();
    expect(policy.asked.facets).toBe(1);
  });

  it('is groups, systems and domains too, which are stored without a uid', async () => {
    const { policy, look } = aSight();
    policy.rights.set(USER, { sees: ref => [SEEN, TEAM].includes(ref) });
    expect(await look()).toEqual(new Set([SEEN, TEAM]));
    expect(policy.asked).toMatchObject({ facets: 1, byRefs: 1 });
  });

  it('asks as the caller, and for an entity that was made anew not before it is stored', async () => {
    const { policy, look } = aSight();
    policy.entities[0].metadata.uid = 'another';
    expect(await look()).toEqual(new Set());
    expect(policy.askedBy).toEqual([USER, USER]);
  });

  it('is looked up anew for one who goes on asking, before it expires', async () => {
    const { time, policy, look } = aSight();
    await look();
    policy.rights.set(USER, { sees: () => true });
    time.now = 30_000;
    expect(await look()).toEqual(new Set([SEEN]));
    await settled();
    expect(await look()).toEqual(new Set([SEEN, HIDDEN, TEAM, RIVALS]));
    expect(policy.asked.facets).toBe(2);
  });

  it('stays the same set where nothing changed, so that what was read for it stays', async () => {
    const { time, policy, look } = aSight();
    const before = await look();
    time.now = 30_000;
    await look();
    await settled();
    expect(await look()).toBe(before);
    expect(policy.asked.facets).toBe(2);
  });

  it('is never older than a minute', async () => {
    const { time, policy, look } = aSight();
    await look();
    policy.rights.set(USER, { sees: () => false });
    time.now = 60_000;
    expect(await look()).toEqual(new Set());
  });

  it('is told as it was while the catalog does not answer, until it expires', async () => {
    const { time, policy, look } = aSight();
    await look();
    jest.spyOn(policy.catalog, 'getEntityFacets').mockImplementation(() => {
      throw new Error('the catalog is away');
    });
    time.now = 59_999;
    expect(await look()).toEqual(new Set([SEEN]));
    await settled();
    time.now = 60_000;
    await expect(look()).rejects.toThrow('does not answer');
  });
});
