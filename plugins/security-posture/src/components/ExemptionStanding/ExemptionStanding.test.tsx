import { ReactNode } from 'react';
import { EXEMPTION_STAGES } from '../../testing/exemptionSamples';
import { renderInPortal } from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { ExemptionStanding } from './ExemptionStanding';

async function textOf(element: ReactNode) {
  const { container } = renderInPortal(<>{element}</>);
  expect(await violationsIn(container)).toEqual([]);
  return container;
}

describe('ExemptionStanding', () => {
  it.each<[keyof typeof EXEMPTION_STAGES, RegExp]>([
    ['requested', /^Requested.*Asked for 4 min ago by olivia.*counts until/],
    ['inForce', /^Exempted until \d+ \w+ \d{4}.*Approved by kenji.*Covers 1 /],
    ['ending', /^Exempted, 3 days left.*Ends .*counts again.*Covers 1 /],
    ['reopened', /^Asked anew: the evidence changed.*counts again/],
    ['nothing', /^Exempted, applies to nothing.*It can go/],
    ['denied', /^Denied.*kenji.*“Use the build without privileges/],
    ['expired', /^Expired \d+ \w+ \d{4}.*counts again/],
    ['ended', /^Ended .*By kenji/],
  ])('tells one that is %s', async (stage, words) => {
    const container = await textOf(
      <ExemptionStanding exemption={EXEMPTION_STAGES[stage]()} />,
    );
    expect(container.textContent).toMatch(words);
    expect(container.querySelector('[data-stage]')).toHaveAttribute(
      'data-stage',
      stage,
    );
  });

  it('shows what people wrote as text, whatever it holds', async () => {
    const note = 'اكتب <img src=x onerror=alert(1)> هنا';
    const container = await textOf(
      <ExemptionStanding exemption={{ ...EXEMPTION_STAGES.denied(), note }} />,
    );
    expect(container.querySelector('bdi')?.textContent).toBe(note);
    expect(container.querySelector('img')).toBeNull();
  });

  it('says what the score is with it and without, where they differ', async () => {
    const exemption = EXEMPTION_STAGES.inForce();
    const both = await textOf(
      <>
        <ExemptionStanding
          exemption={exemption}
          scores={{ score: 65, raw: 32 }}
        />
        <ExemptionStanding
          exemption={exemption}
          scores={{ score: 32, raw: 32 }}
        />
      </>,
    );
    expect(both.textContent?.match(/without exemptions/g)).toHaveLength(1);
    expect(both).toHaveTextContent('Score 65, 32 without exemptions.');
  });

  it('tells a request that its owner took back from one that was ended', async () => {
    const exemption = EXEMPTION_STAGES.ended();
    const container = await textOf(
      <ExemptionStanding
        exemption={{ ...exemption, decidedBy: exemption.requestedBy }}
      />,
    );
    expect(container).toHaveTextContent(/^Taken back/);
  });
});
