import { screen } from '@testing-library/react';
import { renderInPortal } from '../../__testUtils__/portal';
import { Score } from './Score';

describe('Score', () => {
  it('says number, scale and grade', async () => {
    renderInPortal(
      <Score size="large" score={{ value: 16, grade: 'F', coverage: 1 }} />,
    );
    expect((await screen.findByText('16')).parentElement).toHaveTextContent(
      '16of 100Fgrade F',
    );
  });

  it('never says 0 where nothing was measured', async () => {
    renderInPortal(
      <Score score={{ value: null, grade: null, coverage: 0.3 }} />,
    );
    expect(await screen.findByText('No score yet')).toBeVisible();
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });

  it('says a score of 0 where it was measured', async () => {
    renderInPortal(<Score score={{ value: 0, grade: 'F', coverage: 1 }} />);
    expect(await screen.findByText('0')).toBeVisible();
  });
});
