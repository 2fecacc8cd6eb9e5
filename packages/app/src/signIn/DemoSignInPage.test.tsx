import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { demoPeople } from './demoPeople';
import { DemoSignInPage } from './DemoSignInPage';
import { rememberPerson, rememberedPerson } from './rememberedPerson';

const fetchMock = jest.fn();

function answerWith(status: number, body: unknown) {
  fetchMock.mockImplementation(
    async () =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json' },
      }),
  );
}

function sessionOf(name: string) {
  return {
    profile: { displayName: name },
    backstageIdentity: {
      token: `e30.${btoa('{"exp":4102444800}')}.`,
      identity: {
        type: 'user',
        userEntityRef: `user:default/${name}`,
        ownershipEntityRefs: [`user:default/${name}`],
      },
    },
  };
}

function renderPage() {
  const identities: IdentityApi[] = [];
  renderInTestApp(
    <DemoSignInPage onSignInSuccess={identity => identities.push(identity)} />,
  );
  return identities;
}

describe('DemoSignInPage', () => {
  const realFetch = global.fetch;

  beforeEach(() => {
    window.localStorage.clear();
    fetchMock.mockReset();
    global.fetch = fetchMock;
  });

  afterEach(() => {
    global.fetch = realFetch;
  });

  it.each(demoPeople)(
    'says what $displayName may do, and signs her or him in',
    async ({ name, displayName, may }) => {
      answerWith(200, sessionOf(name));
      const identities = renderPage();
      expect(await screen.findByText(may)).toBeVisible();
      await userEvent.click(
        screen.getByRole('button', { name: `Sign in as ${displayName}` }),
      );
      await waitFor(() => expect(identities).toHaveLength(1));
      const [, { headers }] = fetchMock.mock.calls[0];
      expect(headers.get('x-demo-person')).toBe(name);
      expect(rememberedPerson()).toBe(name);
    },
  );

  it('signs in the remembered person at once, and forgets her on sign-out', async () => {
    answerWith(200, sessionOf('vera'));
    rememberPerson('vera');
    const identities = renderPage();
    await waitFor(() => expect(identities).toHaveLength(1));
    expect(await identities[0].getBackstageIdentity()).toMatchObject({
      userEntityRef: 'user:default/vera',
    });
    await identities[0].signOut();
    expect(rememberedPerson()).toBeUndefined();
  });

  it('says why it does not sign in, and lets one choose again', async () => {
    answerWith(404, {
      error: { name: 'NotFoundError', message: 'no such user' },
    });
    rememberPerson('nobody');
    renderPage();
    expect(
      await screen.findByText('The portal did not sign you in as nobody'),
    ).toBeVisible();
    expect(screen.getByText(/404/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose a person again' }),
    );
    expect(
      screen.getByRole('button', { name: 'Sign in as Vera Lindqvist' }),
    ).toBeVisible();
    expect(rememberedPerson()).toBeUndefined();
  });
});
