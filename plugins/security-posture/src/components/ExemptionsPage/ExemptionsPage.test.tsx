import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { aRegister, anExemption } from '../../testing/exemptionSamples';
import {
  API_URL,
  answerGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { ExemptionsPage } from './ExemptionsPage';

const server = startPortalServer();

/** Answers the register, and keeps the paths that were asked for. */
function listen(answer = aRegister()) {
  const asked: string[] = [];
  server.use(
    http.get(`${API_URL}/exemptions/register`, ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json({ ...answer });
    }),
  );
  return asked;
}

async function openPage(path = '/') {
  const view = renderInPortal(<ExemptionsPage />, path);
  // An open panel hides the page around it.
  await screen.findByRole('group', {
    name: 'Part of the register',
    hidden: true,
  });
  return view;
}

describe('ExemptionsPage', () => {
  it('lists exemptions in every stage, and how many each part has', async () => {
    listen();
    const { container } = await openPage();
    const table = await screen.findByRole('table');
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(8);
    expect(rows[0]).toHaveTextContent(/A container runs privileged.*Requested/);
    expect(rows[4]).toHaveTextContent(/applies to nothing.*No open finding/);
    expect(
      screen.getByRole('button', { name: /^Applies to nothing/ }),
    ).toHaveTextContent('Applies to nothing1');
    expect(container).toHaveTextContent('You decide on what others ask for.');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('takes its filters from the address, and asks the server', async () => {
    const asked = listen();
    await openPage('/?part=ended&control=privileged-container&other=1');
    await screen.findByRole('table');
    expect(asked).toEqual([
      '?part=ended&control=privileged-container&limit=25',
    ]);
    expect(screen.getByRole('button', { name: /^Over/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await userEvent.click(screen.getByRole('button', { name: /^To decide/ }));
    await waitFor(() => expect(asked.at(-1)).toContain('part=pending'));
  });

  it('opens a row without asking for more, and a link to another one by asking for it', async () => {
    const asked = listen();
    await openPage();
    await screen.findByRole('table');
    const [first] = screen.getAllByRole('button', {
      name: 'A container runs privileged',
    });
    await userEvent.click(first);
    expect(
      await screen.findByRole('dialog', { name: 'Decide on exemption' }),
    ).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  it('opens one that is not on the page from its link', async () => {
    listen(aRegister({ items: [], total: 0 }));
    const far = anExemption({ id: 'far', title: 'Far away' });
    server.use(answerGet('exemptions/far', { ...far }));
    await openPage('/?exemption=far');
    expect(
      await screen.findByRole('dialog', { name: 'Decide on exemption' }),
    ).toHaveTextContent('Far away');
  });

  it.each<[string, string, string]>([
    ['there is none', '/', 'No exemption was asked for yet'],
    ['none waits', '/?part=pending', 'Nothing waits for a decision'],
    ['none matches', '/?search=zzz', 'No exemption matches'],
    ['a hand-edited part', '/?part=fun', 'No exemption was asked for yet'],
  ])('leads on where %s', async (_, path, title) => {
    listen(aRegister({ items: [], total: 0, decides: false }));
    const { container } = await openPage(path);
    expect(await screen.findByText(title)).toBeVisible();
    expect(container).toHaveTextContent('security-champions decide.');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('keeps long names and markup as text', async () => {
    const name = `${'x'.repeat(240)}<b>y</b>`;
    listen(
      aRegister({
        items: [anExemption({ title: name, entityRef: undefined })],
        total: 1,
        partial: true,
      }),
    );
    const { container } = await openPage();
    expect(await screen.findByRole('button', { name })).toBeVisible();
    expect(container).toHaveTextContent('Over what you may see.');
  });

  it('says why there is no register', async () => {
    server.use(refuseGet('exemptions/register', 403, 'NotAllowedError'));
    await openPage();
    expect(
      await screen.findByText('You may not see this posture'),
    ).toBeVisible();
  });
});
