import { screen } from '@testing-library/react';
import { renderInPortal } from '../__testUtils__/portal';
import { PathSwitch, usePathParameter } from './PathSwitch';

function Named() {
  return <p>{`cluster ${usePathParameter('name')}`}</p>;
}

const CASES = [
  { path: '', element: <p>root</p> },
  { path: 'clusters', element: <p>all clusters</p> },
  { path: 'clusters/:name', element: <Named /> },
];

describe('PathSwitch', () => {
  it.each([
    ['/', 'root'],
    ['/clusters', 'all clusters'],
    ['/clusters/arn:aws%2Fprod%20eu', 'cluster arn:aws/prod eu'],
    ['/clusters/a/b', 'nothing there'],
    ['/elsewhere', 'nothing there'],
  ])('shows at %s: %s', async (path, words) => {
    renderInPortal(
      <PathSwitch cases={CASES} fallback={<p>nothing there</p>} />,
      path,
    );
    expect(await screen.findByText(words)).toBeVisible();
  });
});
