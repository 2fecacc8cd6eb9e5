import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { renderInPortal } from '../__testUtils__/portal';
import {
  BoardLinkTarget,
  useBoardLink,
  useMountedBoardLink,
} from './useBoardLink';
import { BoardPage } from './boardPaths';

function Address(props: { page: BoardPage; target?: BoardLinkTarget }) {
  const link = useBoardLink();
  return <p>{`address ${link(props.page, props.target)}`}</p>;
}

describe('useBoardLink', () => {
  it.each<[string, BoardPage, BoardLinkTarget | undefined, string]>([
    ['the first page', 'overview', undefined, '/security-posture'],
    ['another page', 'services', undefined, '/security-posture/services'],
    [
      'filters of the first page',
      'overview',
      { query: { owner: 'group:default/payments' } },
      '/security-posture?owner=group%3Adefault%2Fpayments',
    ],
    [
      'one thing of a page',
      'services',
      { name: 'a/b?c', query: { view: 'nodes' } },
      '/security-posture/services/a%2Fb%3Fc?view=nodes',
    ],
  ])('gives the address of %s', (_, page, target, address) => {
    renderInPortal(<Address page={page} target={target} />);
    expect(screen.getByText(`address ${address}`)).toBeVisible();
  });
});

describe('useMountedBoardLink', () => {
  function PerhapsAddress() {
    const link = useMountedBoardLink();
    return <p>{link ? `address ${link('setup')}` : 'no board'}</p>;
  }

  it('gives the same addresses where the portal has the board', () => {
    renderInPortal(<PerhapsAddress />);
    expect(screen.getByText('address /security-posture/setup')).toBeVisible();
  });

  it('gives none where it has not', () => {
    renderInTestApp(<PerhapsAddress />);
    expect(screen.getByText('no board')).toBeVisible();
  });
});
