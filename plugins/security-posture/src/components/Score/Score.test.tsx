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
    expect(await screen.findByText('No score')).toBeVisible();
    expect(screen.queryByText('0')).not.toBeInTheDocument();
  });

  it.each([
    ['less than half was judged', 0.3, 'Less than half could be judged'],
    ['nothing was judged', 0, 'Nothing could be judged'],
  ])('says why there is none where %s', async (_, coverage, why) => {
    const score = { value: null, grade: null, coverage };
    renderInPortal(<Score size="large" score={score} />);
    expect(await screen.findByText(why)).toBeVisible();
  });

  it('gives no reason where no control applies', async () => {
    const score = { value: null, grade: null, coverage: null };
    renderInPortal(<Score size="large" score={score} />);
    const none = await screen.findByText('No score');
    expect(none).toHaveTextContent(/^No score$/);
  });

  it('says a score of 0 where it was measured', async () => {
    renderInPortal(<Score score={{ value: 0, grade: 'F', coverage: 1 }} />);
    expect(await screen.findByText('0')).toBeVisible();
  });
});
