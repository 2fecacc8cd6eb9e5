import { aPosture } from '../testing/samples';
import { blockingOf, outsideProduction, sumOf } from './outsideProduction';

describe('outsideProduction', () => {
  it('is what is open and no reason counts', () => {
    const { reasons, open } = aPosture({
      reasons: [
        { kind: 'lowCoverage', coverage: 0.5, required: 0.9 },
        { kind: 'openFindings', severity: 'high', count: 3 },
      ],
      open: { critical: 2, high: 4, medium: 9, low: 9, info: 9 },
    });
    const blocking = blockingOf({ reasons });
    expect(blocking).toEqual({ critical: 0, high: 3 });
    const outside = outsideProduction(open, blocking);
    expect(outside).toEqual({ critical: 2, high: 1 });
    expect(sumOf(outside)).toBe(3);
  });
});
