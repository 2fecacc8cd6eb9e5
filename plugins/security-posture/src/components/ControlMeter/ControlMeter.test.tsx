import { screen } from '@testing-library/react';
import { renderInPortal } from '../../__testUtils__/portal';
import { ControlMeter, ControlMeterProps } from './ControlMeter';

const CONTROLS = {
  failing: 7,
  exempted: 0,
  passing: 32,
  notEvaluated: 1,
  notApplicable: 4,
};

function aCount(over: Partial<typeof CONTROLS> = {}) {
  return { ...CONTROLS, failing: 0, notEvaluated: 0, ...over };
}

describe('ControlMeter', () => {
  it('reads out its parts, without what does not apply', async () => {
    renderInPortal(<ControlMeter controls={CONTROLS} />);
    expect(await screen.findByRole('img')).toHaveAccessibleName(
      'Of 40 controls that apply: 7 failing, 1 not evaluated, 32 passing',
    );
    expect(screen.queryByText('4 not applicable')).not.toBeInTheDocument();
  });

  it('names what does not apply where asked to', async () => {
    renderInPortal(<ControlMeter controls={CONTROLS} withNotApplicable />);
    expect(await screen.findByText('4 not applicable')).toBeVisible();
  });

  it('tells exempted controls apart from failing and passing ones', async () => {
    renderInPortal(<ControlMeter controls={{ ...CONTROLS, exempted: 2 }} />);
    expect(await screen.findByRole('img')).toHaveAccessibleName(
      'Of 42 controls that apply: 7 failing, 2 exempted, 1 not evaluated, 32 passing',
    );
  });

  it('says of old counts that they are the last seen', async () => {
    renderInPortal(<ControlMeter controls={CONTROLS} stale />);
    expect(await screen.findByRole('img')).toHaveAccessibleName(
      /7 failing, last seen, 1 not evaluated, 32 passing, last seen$/,
    );
  });

  it.each<[string, Partial<ControlMeterProps>, string]>([
    ['all that apply pass', {}, 'allPassing'],
    ['all passed when last seen', { stale: true }, 'passing'],
    ['one is exempted', { controls: aCount({ exempted: 1 }) }, 'passing'],
    ['one fails', { controls: aCount({ failing: 1 }) }, 'passing'],
    [
      'one is not evaluated',
      { controls: aCount({ notEvaluated: 1 }) },
      'passing',
    ],
  ])('looks like the best only where it is: %s', async (_, props, pattern) => {
    renderInPortal(<ControlMeter controls={aCount()} {...props} />);
    const meter = await screen.findByRole('img');
    expect(meter.lastElementChild).toHaveAttribute('data-pattern', pattern);
  });

  it('leaves out states that no control has, and is not there without any', async () => {
    renderInPortal(
      <>
        <ControlMeter controls={{ ...CONTROLS, failing: 0, notEvaluated: 0 }} />
        <ControlMeter
          controls={{
            failing: 0,
            exempted: 0,
            passing: 0,
            notEvaluated: 0,
            notApplicable: 4,
          }}
        />
      </>,
    );
    expect(await screen.findAllByRole('img')).toHaveLength(1);
    expect(screen.getByRole('img')).toHaveAccessibleName(
      'Of 32 controls that apply: 32 passing',
    );
  });
});
