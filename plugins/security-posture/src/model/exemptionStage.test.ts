import { EXEMPTION_STAGES } from '../testing/exemptionSamples';
import { daysLeft, ExemptionStage, stageOf } from './exemptionStage';

describe('stageOf', () => {
  it.each(Object.keys(EXEMPTION_STAGES) as ExemptionStage[])(
    'tells that one is %s',
    stage => {
      expect(stageOf(EXEMPTION_STAGES[stage](), Date.now())).toBe(stage);
    },
  );

  it('takes one whose end has come for expired, whatever its state says', () => {
    const exemption = EXEMPTION_STAGES.inForce();
    const end = Date.parse(exemption.expiresAt);
    expect(stageOf(exemption, end - 1)).toBe('ending');
    expect(stageOf(exemption, end)).toBe('expired');
    expect(stageOf({ ...exemption, state: 'pending' }, end)).toBe('expired');
  });

  it('calls nothing covered only where that is known', () => {
    const { appliesTo: _, ...onFinding } = EXEMPTION_STAGES.requested();
    expect(stageOf(onFinding, Date.now())).toBe('requested');
    expect(stageOf({ ...onFinding, appliesTo: 0 }, Date.now())).toBe('nothing');
  });
});

it('counts whole days, the last one as none', () => {
  const now = Date.parse('2026-11-19T10:00:00Z');
  expect(daysLeft('2026-11-22T11:00:00Z', now)).toBe(3);
  expect(daysLeft('2026-11-19T23:00:00Z', now)).toBe(0);
  expect(daysLeft('2026-11-18T23:00:00Z', now)).toBe(0);
});
