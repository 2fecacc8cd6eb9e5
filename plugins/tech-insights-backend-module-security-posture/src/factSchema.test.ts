import { aReadyPosture } from './__testUtils__/PostureBackend';
import { knownFacts, unknownFacts } from './entityFacts';
import { securityPostureFactSchema } from './factSchema';
import released from './releasedFacts.json';
import { SECURITY_POSTURE_FACTS_VERSION } from './retrieverId';

/** Names and types, which is what a version stands for. */
function typesOf(schema: ReturnType<typeof securityPostureFactSchema>) {
  return Object.fromEntries(
    Object.entries(schema).map(([name, { type }]) => [name, type]),
  );
}

describe('the facts', () => {
  it('are those of their version: raise SECURITY_POSTURE_FACTS_VERSION and write releasedFacts.json anew where they differ', () => {
    expect({
      version: SECURITY_POSTURE_FACTS_VERSION,
      facts: typesOf(securityPostureFactSchema()),
    }).toEqual(released);
  });

  it.each([
    ['known', knownFacts(aReadyPosture('component:default/cart'))],
    ['not known', unknownFacts()],
  ])('are all there for an entity that is %s', (_, facts) => {
    expect(Object.keys(facts).sort()).toEqual(
      Object.keys(securityPostureFactSchema()).sort(),
    );
  });

  it('hold nothing that a check could take for a pass where nothing is known', () => {
    const { readiness, addedControlsPassing, ...values } = unknownFacts();
    expect(readiness).toBe('unknown');
    expect(addedControlsPassing).toEqual([]);
    expect(new Set(Object.values(values))).toEqual(new Set([false, null]));
  });
});
