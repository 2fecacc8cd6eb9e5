import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import {
  anExemption,
  anExemptionOptions,
  aRegister,
  EXEMPTION_STAGES,
} from '../../testing/exemptionSamples';
import { aFinding } from '../../testing/sampleParts';
import { aPosture } from '../../testing/samplePostures';
import { answerPosture, renderForEntity } from '../../__testUtils__/entityPage';
import {
  answerGet,
  API_URL,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { EntityPostureTab } from '../EntityPostureTab';

const server = startPortalServer();

async function openTab(path: string, posture = aPosture()) {
  server.use(answerPosture(posture));
  const view = renderForEntity(<EntityPostureTab />, path);
  // An open panel hides the page around it.
  await screen.findByRole('heading', { name: /production$/, hidden: true });
  return view;
}

describe('the exemptions of a service', () => {
  it('are a view of its own, with their number, each with its state and its next step', async () => {
    server.use(
      answerGet('exemptions/register', { ...aRegister({ total: 8 }) }),
    );
    const { container } = await openTab(
      '/?view=exemptions',
      aPosture({ exemptions: { pending: 2, inForce: 3 } }),
    );
    expect(screen.getByRole('tab', { name: 'Exemptions 5' })).toBeVisible();
    const section = await screen.findByRole('region', { name: 'Exemptions' });
    await waitFor(() =>
      expect(within(section).getAllByRole('listitem')).toHaveLength(8),
    );
    const [first] = within(section).getAllByRole('listitem');
    expect(first).toHaveTextContent(/^Requested.*A container runs privileged/);
    expect(
      within(section).getByRole('link', { name: 'All exemptions' }),
    ).toHaveAttribute(
      'href',
      '/security-posture/exemptions?entity=component%3Adefault%2Fpayments-api',
    );
    await userEvent.click(
      within(first).getByRole('button', { name: 'Decide' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Decide on exemption' }),
    ).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('say where to ask for one, where there is none', async () => {
    server.use(
      answerGet('exemptions/register', {
        ...aRegister({ items: [], total: 0 }),
      }),
    );
    await openTab('/?view=exemptions');
    expect(
      await screen.findByText('No exemption was asked for on this service'),
    ).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Exemptions' })).toBeVisible();
  });
});

describe('a finding', () => {
  it('can be asked for under Fix first', async () => {
    server.use(answerGet('exemptions/options', { ...anExemptionOptions() }));
    await openTab('/');
    await userEvent.click(
      screen.getByRole('button', { name: 'Request exemption' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Request exemption' }),
    ).toBeVisible();
    expect(await screen.findByText('What should be exempted?')).toBeVisible();
  });

  it('shows the denial of its exemption, which can be asked for again', async () => {
    const { appliesTo: _, ...denied } = EXEMPTION_STAGES.denied();
    const options = jest.fn();
    server.use(
      http.get(`${API_URL}/exemptions/options`, ({ request }) => {
        options(new URL(request.url).search);
        return HttpResponse.json({ ...anExemptionOptions() });
      }),
    );
    await openTab(
      '/?finding=privileged-1',
      aPosture({
        fixFirst: [],
        findings: {
          items: [aFinding({ exemption: { ...denied, state: 'denied' } })],
          total: 1,
          notes: 0,
        },
      }),
    );
    expect(await screen.findByText(/out since <b>12 Nov<\/b>/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    await waitFor(() =>
      expect(options).toHaveBeenCalledWith(
        '?findingKey=privileged-1&entity=component%3Adefault%2Fpayments-api',
      ),
    );
  });

  it('that follows from another offers no exemption of its own', async () => {
    await openTab('/?finding=seccomp-1', aPosture({ fixFirst: [] }));
    expect(
      screen.queryByRole('button', { name: 'Request exemption' }),
    ).not.toBeInTheDocument();
  });

  it('opens its exemption from a link', async () => {
    const exemption = anExemption();
    server.use(answerGet(`exemptions/${exemption.id}`, { ...exemption }));
    await openTab(`/?exemption=${exemption.id}`);
    expect(
      await screen.findByRole('dialog', { name: 'Decide on exemption' }),
    ).toBeVisible();
  });
});
