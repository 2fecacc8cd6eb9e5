import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { addDays, dayOf } from '../../model/days';
import { anExemption, EXEMPTION_STAGES } from '../../testing/exemptionSamples';
import {
  answerGet,
  API_URL,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { ExemptionPanel } from './ExemptionPanel';

const server = startPortalServer();
const onAgain = jest.fn();
const APPROVERS = ['group:default/security-champions'];

async function open(exemption: ExemptionDetails, approvers = APPROVERS) {
  server.use(answerGet(`exemptions/${exemption.id}`, { ...exemption }));
  renderInPortal(
    <ExemptionPanel
      id={exemption.id}
      approvers={approvers}
      onClose={() => {}}
      onAgain={onAgain}
    />,
  );
  await screen.findByText('History');
  return screen.getByRole('dialog');
}

/** Answers a decision with how the exemption stands then, and keeps what was sent. */
function listen(action: string, exemption: ExemptionDetails, status = 200) {
  const sent: Record<string, unknown>[] = [];
  server.use(
    http.post(
      `${API_URL}/exemptions/${exemption.id}/${action}`,
      async ({ request }) => {
        sent.push((await request.json()) as Record<string, unknown>);
        server.use(answerGet(`exemptions/${exemption.id}`, { ...exemption }));
        return status === 200
          ? HttpResponse.json({ ...exemption })
          : HttpResponse.json(
              {
                error: { name: 'ConflictError', message: 'approved by sam' },
                response: { statusCode: status },
              },
              { status },
            );
      },
    ),
  );
  return sent;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => userEvent.click(button(name));
const buttons = () =>
  within(screen.getByRole('dialog').querySelector('footer')!)
    .queryAllByRole('button')
    .map(({ textContent }) => textContent);

describe('ExemptionPanel', () => {
  it('tells who asked, for what, why, until when, and what the finding shows', async () => {
    const dialog = await open(
      anExemption({ reason: 'سبب <script>alert(1)</script>' }),
    );
    expect(dialog).toHaveAccessibleName('Decide on exemption');
    expect(dialog).toHaveTextContent(/Asked byolivia, 4 min ago/);
    expect(dialog).toHaveTextContent(
      'This finding: deploy/payments-api, container agent, prod-eu',
    );
    expect(screen.getByText('سبب <script>alert(1)</script>')).toBeVisible();
    expect(dialog).toHaveTextContent('securityContext.privileged: true');
    expect(
      screen.getByRole('link', { name: 'Open the finding' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-api/security-posture?finding=privileged-1',
    );
    expect(await violationsIn(dialog)).toEqual([]);
  });

  it.each<[keyof typeof EXEMPTION_STAGES, (string | RegExp)[]]>([
    ['requested', ['Deny', expect.stringMatching(/^Approve until /)]],
    ['inForce', ['End now']],
    ['denied', ['Ask again']],
    ['expired', ['Ask again']],
  ])(
    'offers an approver, of one that is %s, what is possible',
    async (stage, expected) => {
      await open(EXEMPTION_STAGES[stage]());
      expect(buttons()).toEqual(expected);
    },
  );

  it('lets who asked take it back, and says why nothing else', async () => {
    const own = anExemption({ own: true, may: ['revoke'] });
    const dialog = await open(own);
    expect(buttons()).toEqual(['Withdraw']);
    expect(dialog).toHaveTextContent(/another approver has to decide/);
    const sent = listen('revoke', { ...own, state: 'revoked', may: [] });
    await press('Withdraw');
    expect(dialog).toHaveTextContent('Take the request back?');
    expect(button('Keep it')).toHaveFocus();
    await press('Withdraw');
    await waitFor(() => expect(sent).toEqual([{ version: 1 }]));
    expect(await screen.findByText(/^Ended. What it covered/)).toBeVisible();
  });

  it('names those who decide to who does not', async () => {
    const dialog = await open(anExemption({ may: [] }));
    expect(dialog).toHaveTextContent(
      'Decided by members of security-champions.',
    );
    expect(within(dialog).queryByLabelText(/^Note/)).not.toBeInTheDocument();
  });

  it('says that nobody can decide where the portal names nobody', async () => {
    const dialog = await open(anExemption({ may: [] }), []);
    expect(dialog).toHaveTextContent(/Nobody can decide/);
  });

  it('approves as it was asked for, or for less time', async () => {
    const exemption = anExemption();
    const sent = listen('approve', EXEMPTION_STAGES.inForce());
    await open(exemption);
    listen('approve', { ...exemption, state: 'approved', may: [] });
    await userEvent.click(screen.getByRole('radio', { name: /^Earlier/ }));
    await press(/^Approve until/);
    expect(screen.getByLabelText('Last day')).toHaveFocus();
    expect(sent).toEqual([]);
    const day = addDays(dayOf(Date.now()), 7);
    const again = listen('approve', {
      ...exemption,
      state: 'approved',
      may: [],
    });
    await userEvent.type(screen.getByLabelText('Last day'), day);
    await press(/^Approve until/);
    await waitFor(() =>
      expect(again).toEqual([
        { version: 1, expiresAt: `${day}T23:59:59.999Z` },
      ]),
    );
    expect(await screen.findByText(/^Approved. What it covers/)).toBeVisible();
  });

  it('denies only with a note', async () => {
    const exemption = anExemption();
    const sent = listen('deny', {
      ...exemption,
      state: 'denied',
      decidedBy: 'user:default/kenji',
      note: 'Use the other build',
      may: [],
    });
    const dialog = await open(exemption);
    await press('Deny');
    const note = screen.getByLabelText('Note to olivia');
    expect(note).toHaveFocus();
    expect(note).toHaveAccessibleDescription(/Say why/);
    await userEvent.type(note, 'Use the other build');
    await press('Deny');
    await waitFor(() =>
      expect(sent).toEqual([{ version: 1, note: 'Use the other build' }]),
    );
    await waitFor(() =>
      expect(dialog).toHaveTextContent('Denied. olivia sees your note'),
    );
    expect(dialog).toHaveTextContent(/“Use the other build”/);
  });

  it('shortens one that is in force', async () => {
    const exemption = EXEMPTION_STAGES.inForce();
    const sent = listen('shorten', exemption);
    await open(exemption);
    await userEvent.click(screen.getByRole('radio', { name: /^Earlier/ }));
    const day = addDays(dayOf(Date.now()), 3);
    await userEvent.type(screen.getByLabelText('Last day'), day);
    await userEvent.type(screen.getByLabelText(/^Note/), 'Sooner, please');
    await press(/^Shorten to/);
    await waitFor(() =>
      expect(sent).toMatchObject([{ note: 'Sooner, please', version: 2 }]),
    );
  });

  it('shows how it stands where another was faster, and keeps the note', async () => {
    const exemption = anExemption();
    await open(exemption);
    await userEvent.type(screen.getByLabelText(/^Note/), 'Not like this');
    listen('deny', EXEMPTION_STAGES.inForce(), 409);
    server.use(
      http.post(`${API_URL}/exemptions/${exemption.id}/deny`, () => {
        server.use(
          answerGet(`exemptions/${exemption.id}`, {
            ...EXEMPTION_STAGES.inForce(),
            id: exemption.id,
          }),
        );
        return HttpResponse.json(
          {
            error: { name: 'ConflictError', message: 'approved by sam' },
            response: { statusCode: 409 },
          },
          { status: 409 },
        );
      }),
    );
    await press('Deny');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /Somebody was faster.*approved by sam/,
    );
    expect(await screen.findByText(/^Exempted until/)).toBeVisible();
    expect(screen.getByLabelText(/^Note/)).toHaveValue('Not like this');
    expect(buttons()).toEqual(['End now']);
  });

  it('shows what the finding showed before, where that changed', async () => {
    const dialog = await open(EXEMPTION_STAGES.reopened());
    expect(dialog).toHaveTextContent(
      /BeforesecurityContext.capabilities: \[SYS_ADMIN\]/,
    );
  });

  it.each([
    ['there is none', 404, 'NotFoundError'],
    ['the link is not complete', 400, 'InputError'],
  ])('says that %s', async (_, status, name) => {
    server.use(refuseGet('exemptions/none', status, name));
    renderInPortal(<ExemptionPanel id="none" onClose={() => {}} />);
    expect(await screen.findByText('There is no such exemption')).toBeVisible();
  });
});
