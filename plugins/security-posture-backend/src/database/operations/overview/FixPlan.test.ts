import { FailingControl } from '../../RollupStore';
import { BlockedEntity, FixPlan } from './FixPlan';

const HIGH: FailingControl = { open: 2, exempted: 0, blocks: 'high' };
const CRITICAL: FailingControl = { open: 1, exempted: 0, blocks: 'critical' };
const HARMLESS: FailingControl = { open: 5, exempted: 0 };

/** What fails of an entity by its name, and whether it would be ready. */
function planOf(
  entities: Readonly<Record<string, BlockedEntity['failing']>>,
  unmendable: readonly string[] = [],
): FixPlan {
  const plan = new FixPlan();
  for (const [entityRef, failing] of Object.entries(entities))
    plan.add({
      entityRef,
      owner: `group:${entityRef[0]}`,
      failing,
      mendable: !unmendable.includes(entityRef),
    });
  return plan;
}

/** Which entities each fix makes ready. */
function steps(plan: FixPlan) {
  return plan
    .first(9)
    .map(({ control, makesReady }) => [
      control,
      makesReady.map(({ entityRef }) => entityRef).join(),
    ]);
}

describe('FixPlan', () => {
  it.each<[string, FixPlan, string[][]]>([
    ['nothing blocks', planOf({ a: { tls: HARMLESS } }), []],
    [
      'begins with what makes most ready by itself',
      planOf({ a: { tls: HIGH }, b: { root: HIGH }, c: { root: HIGH } }),
      [
        ['root', 'b,c'],
        ['tls', 'a'],
      ],
    ],
    [
      'counts what the fixes before have left',
      planOf({
        a: { root: HIGH },
        b: { root: HIGH },
        c: { tls: HIGH },
        d: { root: HIGH, host: HIGH },
        e: { root: HIGH, host: HIGH },
      }),
      [
        ['root', 'a,b'],
        ['host', 'd,e'],
        ['tls', 'c'],
      ],
    ],
    [
      'takes what blocks most where no fix makes anything ready alone',
      planOf({
        a: { root: HIGH, tls: HIGH },
        b: { root: HIGH, host: HIGH },
      }),
      [
        ['root', ''],
        ['host', 'b'],
        ['tls', 'a'],
      ],
    ],
    [
      'makes nothing ready of which too little is known',
      planOf({ a: { root: HIGH }, b: { root: HIGH } }, ['a']),
      [['root', 'b']],
    ],
    [
      'prefers the graver of two that do the same, then the first by id',
      planOf({ a: { b: HIGH }, b: { c: CRITICAL }, c: { a: HIGH } }),
      [
        ['c', 'b'],
        ['a', 'c'],
        ['b', 'a'],
      ],
    ],
  ])('%s', (_, plan, expected) => {
    expect(steps(plan)).toEqual(expected);
  });

  it('tells how much fails, and of whom', () => {
    const plan = planOf(
      {
        a1: { root: HIGH, tls: HARMLESS },
        a2: { root: CRITICAL },
        b1: { root: HIGH },
      },
      ['b1'],
    );
    expect(plan.first(1)).toEqual([
      {
        control: 'root',
        severity: 'critical',
        makesReady: [{ entityRef: 'a1' }, { entityRef: 'a2' }],
        findings: 5,
        entities: 3,
        owners: 2,
      },
    ]);
  });
});
