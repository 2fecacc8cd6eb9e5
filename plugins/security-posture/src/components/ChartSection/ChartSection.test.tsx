import { lazy } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInPortal } from '../../__testUtils__/portal';
import { ChartSection } from './ChartSection';

const NeverLoaded = lazy(() => new Promise<never>(() => {}));

describe('ChartSection', () => {
  it('has the picture, and its numbers as a table one press away', async () => {
    renderInPortal(
      <ChartSection
        title="Open findings"
        sentence="62, down from 86 in 90 days"
        chart={<p>the picture</p>}
        table={<p>the numbers</p>}
        height={200}
      />,
    );
    expect(
      screen.getByRole('img', { name: '62, down from 86 in 90 days' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as table' }),
    );
    expect(screen.getByText('the numbers')).toBeVisible();
    expect(screen.queryByText('the picture')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show as chart' }),
    );
    expect(screen.getByText('the picture')).toBeVisible();
  });

  it('keeps the room of a picture that is loaded', () => {
    renderInPortal(
      <ChartSection
        title="Open findings"
        sentence="62 open"
        chart={<NeverLoaded />}
        table={null}
        height={200}
      />,
    );
    expect(screen.getByText('Loading the chart')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '62 open' })).toHaveStyle({
      height: '200px',
    });
  });
});
