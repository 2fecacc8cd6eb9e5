import { screen } from '@testing-library/react';
import { boardPath, BOARD_PAGES } from '../../routing';
import {
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { BOARD_CASES } from './boardCases';
import { OrganisationPage } from './OrganisationPage';

const server = startPortalServer();

describe('OrganisationPage', () => {
  // Which page is open does not depend on what the API answers.
  beforeEach(() => {
    server.use(refuseGet('*', 403, 'NotAllowedError'));
  });

  it.each([
    ['/', 'Overview'],
    ['/services', 'Services'],
  ])('opens at %s the page %s', async (path, tab) => {
    renderInPortal(<OrganisationPage />, path);
    expect(
      await screen.findByText(tab, { selector: '[aria-current="page"]' }),
    ).toBeVisible();
  });

  it('has a page for each tab', () => {
    const paths = BOARD_CASES.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(BOARD_PAGES.map(page => boardPath(page))),
    );
  });

  it('says of any other path that there is no such page', async () => {
    renderInPortal(<OrganisationPage />, '/nowhere/at/all');
    expect(await screen.findByText('There is no such page')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Go to the overview' }),
    ).toHaveAttribute('href', '/security-posture');
  });
});
