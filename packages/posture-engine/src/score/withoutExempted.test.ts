import * as fc from 'fast-check';
import { TalliedFinding, tallyFindings } from './controlTally';
import { ExemptedFail, withoutExempted } from './withoutExempted';

const CONTROLS = ['host-network', 'host-port', 'image-tag'];

const findings = fc.array(
  fc.record({
    control: fc.constantFrom(...CONTROLS),
    outcome: fc.constantFrom('pass', 'fail', 'notEvaluated', 'notApplicable'),
    severity: fc.constantFrom('critical', 'high', 'medium', 'low'),
    stale: fc.boolean(),
    caused: fc.boolean(),
    exempted: fc.boolean(),
  }),
  { maxLength: 30 },
);

type Drawn = ReturnType<typeof draw>;

function draw(one: {
  control: string;
  outcome: string;
  severity: string;
  stale: boolean;
  caused: boolean;
  exempted: boolean;
}) {
  const failed = one.outcome === 'fail';
  return {
    control: one.control,
    outcome: one.outcome as TalliedFinding['outcome'],
    severity: one.severity as TalliedFinding['severity'],
    ...(failed && one.stale ? { stale: true } : {}),
    ...(failed && one.caused && one.control === 'host-port'
      ? { consequenceOf: 'host-network' }
      : {}),
    exempted: failed && one.exempted,
  };
}

function exemptedOf(drawn: readonly Drawn[]): ExemptedFail[] {
  return drawn.filter(({ exempted }) => exempted);
}

describe('withoutExempted', () => {
  it('counts every exempted fail as a pass, whatever else there is', () => {
    fc.assert(
      fc.property(findings, rows => {
        const drawn = rows.map(draw);
        const passing = tallyFindings(
          drawn.map(one =>
            one.exempted ? { ...one, outcome: 'pass' as const } : one,
          ),
        );
        const effective = withoutExempted(
          tallyFindings(drawn),
          exemptedOf(drawn),
        );
        for (const [control, tally] of Object.entries(passing)) {
          expect(effective[control].pass).toBe(tally.pass);
          expect(effective[control].fail).toEqual(tally.fail);
          expect(effective[control].notEvaluated).toBe(tally.notEvaluated);
        }
      }),
    );
  });

  it('leaves out the consequences of an exempted cause', () => {
    const caused = {
      control: 'host-port',
      outcome: 'fail',
      severity: 'high',
      consequenceOf: 'host-network',
    } as const;
    const tallies = withoutExempted(tallyFindings([caused, caused]), [caused]);
    expect(tallies['host-port'].consequences).toEqual({
      'host-network': { high: 1 },
    });
  });

  it.each<[string, ExemptedFail]>([
    ['of a control that is not tallied', { control: 'x', severity: 'high' }],
    [
      'of a severity that is not open',
      { control: 'image-tag', severity: 'low' },
    ],
  ])('changes nothing for a fail %s', (_, exempted) => {
    const tallies = tallyFindings([
      { control: 'image-tag', outcome: 'fail', severity: 'medium' },
    ]);
    expect(withoutExempted(tallies, [exempted])).toEqual(tallies);
  });
});
