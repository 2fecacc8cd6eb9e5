import { Faults, FaultTarget } from './Faults';

const pods: FaultTarget = {
  path: '/api/v1/pods',
  resource: 'pods',
  continuing: false,
};
const morePods = { ...pods, continuing: true };
const version: FaultTarget = { path: '/version', continuing: false };

function hits(faults: Faults, targets: FaultTarget[]): string[][] {
  return targets.map(target => faults.take(target).map(({ type }) => type));
}

describe('Faults', () => {
  it('hits everything until it is cleared', () => {
    const faults = new Faults();
    const id = faults.set({ type: 'internalError' });
    expect(hits(faults, [pods, version])).toEqual([
      ['internalError'],
      ['internalError'],
    ]);
    expect(faults.clear(id)).toBe(1);
    expect(hits(faults, [pods])).toEqual([[]]);
  });

  it('hits only its kind', () => {
    const faults = new Faults();
    faults.set({ type: 'forbidden', resource: 'pods' });
    expect(hits(faults, [pods, version])).toEqual([['forbidden'], []]);
  });

  it('hits only its path', () => {
    const faults = new Faults();
    faults.set({ type: 'garbage', path: '/version' });
    expect(hits(faults, [pods, version])).toEqual([[], ['garbage']]);
  });

  it('is gone after so many times', () => {
    const faults = new Faults();
    faults.set({ type: 'unavailable', times: 2 });
    expect(hits(faults, [pods, pods, pods])).toEqual([
      ['unavailable'],
      ['unavailable'],
      [],
    ]);
    expect(faults.list()).toEqual([]);
  });

  it('lets the first ones through', () => {
    const faults = new Faults();
    faults.set({ type: 'internalError', after: 1, times: 1 });
    expect(hits(faults, [pods, pods, pods])).toEqual([
      [],
      ['internalError'],
      [],
    ]);
  });

  it('expires only pages after the first', () => {
    const faults = new Faults();
    faults.set({ type: 'expired' });
    expect(hits(faults, [pods, morePods])).toEqual([[], ['expired']]);
  });

  it('adds slowness to the first other fault', () => {
    const faults = new Faults();
    faults.set({ type: 'slow', delayMs: 5 });
    faults.set({ type: 'forbidden' });
    faults.set({ type: 'internalError', times: 1 });
    expect(hits(faults, [pods])).toEqual([['slow', 'forbidden']]);
    expect(faults.list()).toHaveLength(3);
    expect(faults.clear()).toBe(3);
  });
});
