import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { useUrlState } from '../../routing';
import {
  anExemption,
  anExemptionOptions,
  wideExemptionOptions,
} from '../../testing/exemptionSamples';
import {
  answerGet,
  API_URL,
  breakGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { ExemptionRequestPanel } from './ExemptionRequestPanel';

const server = startPortalServer();
const onClose = jest.fn();
const onShow = jest.fn();
const ENTITY = 'component:default/payments-api';
const REASON = 'The vendor ships <b>it</b> in January';

beforeEach(() => {
  onClose.mockReset();
  onShow.mockReset();
});

const DEFAULTS = { step: '' };

function PanelOfPage() {
  const [{ step }, change] = useUrlState(DEFAULTS);
  return (
    <ExemptionRequestPanel
      findingKey="privileged-1"
      entityRef={ENTITY}
      entityName="Payments API"
      workloads={5}
      step={step}
      onStep={next => change({ step: next })}
      onClose={onClose}
      onShow={onShow}
    />
  );
}

async function open(options = anExemptionOptions(), path = '/') {
  server.use(answerGet('exemptions/options', { ...options }));
  renderInPortal(<PanelOfPage />, path);
  await screen.findByText(/^Step \d of 3$/);
  return screen.getByRole('dialog', { name: 'Request exemption' });
}

/** Answers the request, and keeps what was sent. */
function listen(status = 201, error?: { name: string; message: string }) {
  const sent: Record<string, unknown>[] = [];
  server.use(
    http.post(`${API_URL}/exemptions`, async ({ request }) => {
      sent.push((await request.json()) as Record<string, unknown>);
      return HttpResponse.json(
        error
          ? { error, response: { statusCode: status } }
          : { ...anExemption() },
        { status },
      );
    }),
  );
  return sent;
}

const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

async function fillIn() {
  await press(/^Next: reason/);
  await userEvent.selectOptions(
    screen.getByLabelText('Category'),
    'Waits for a vendor',
  );
  await userEvent.click(screen.getByLabelText('Reason'));
  await userEvent.paste(REASON);
  await press(/^Next: expiry/);
}

describe('ExemptionRequestPanel', () => {
  it('shows what each scope covers, and what the chosen one changes', async () => {
    const dialog = await open();
    await screen.findByText('What should be exempted?');
    expect(dialog).toHaveTextContent(/Critical ?A container runs privileged/);
    expect(screen.getByRole('radio', { name: /^This finding/ })).toBeChecked();
    expect(
      screen.getByText('deploy/payments-api, container agent, prod-eu'),
    ).toBeVisible();
    const whole = screen.getByRole('radio', { name: /on Payments API/ });
    expect(whole).toBeDisabled();
    expect(dialog).toHaveTextContent(
      /each critical finding needs an exemption of its own/,
    );
    const effect = within(dialog).getByText('Covers today').parentElement;
    expect(effect).toHaveTextContent(
      '2 findings, of which 1 follows from another',
    );
    expect(effect).toHaveTextContent(/16 F.*to 50 D.*while it lasts/);
    expect(effect).toHaveTextContent('Without exemptionsstays 16');
    expect(effect).toHaveTextContent('Ready after itno, 3 high remain');
    expect(await violationsIn(dialog)).toEqual([]);
  });

  it('says of a wide scope what it leaves out', async () => {
    const dialog = await open(wideExemptionOptions());
    await userEvent.click(
      await screen.findByRole('radio', { name: /on Payments API/ }),
    );
    expect(dialog).toHaveTextContent(
      '1 critical finding needs an exemption of its own',
    );
    expect(dialog).toHaveTextContent('all 5 workloads, and those that come');
  });

  it('sends what was filled in, and says what happens next', async () => {
    const sent = listen();
    const dialog = await open();
    await screen.findByText('What should be exempted?');
    await fillIn();
    expect(screen.getByRole('radio', { name: /^30 days/ })).toBeChecked();
    expect(dialog).toHaveTextContent('the longest for a critical finding');
    expect(
      screen.getByRole('link', { name: /security-champions/ }),
    ).toBeVisible();
    expect(await violationsIn(dialog)).toEqual([]);
    await press('Send request');
    expect(await screen.findByText('The request is sent')).toBeVisible();
    expect(sent).toEqual([
      {
        scope: 'finding',
        findingKey: 'privileged-1',
        entityRef: ENTITY,
        category: 'vendorDependency',
        reason: REASON,
        expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:00:00.000Z$/),
      },
    ]);
    await press('Show the exemptions');
    expect(onShow).toHaveBeenCalled();
  });

  it('says in place what is missing, and brings the focus there', async () => {
    await open();
    await screen.findByText('What should be exempted?');
    await press(/^Next: reason/);
    await press(/^Next: expiry/);
    const category = screen.getByLabelText('Category');
    await waitFor(() => expect(category).toHaveFocus());
    expect(category).toHaveAccessibleDescription('Choose a category.');
    expect(screen.getByLabelText('Reason')).toHaveAccessibleDescription(
      /in at least 10 characters/,
    );
  });

  it('keeps what was typed when one goes back a step', async () => {
    await open();
    await screen.findByText('What should be exempted?');
    await fillIn();
    await press('Back');
    await press('Back');
    await press(/^Next: reason/);
    expect(screen.getByLabelText('Reason')).toHaveValue(REASON);
    expect(
      screen.getByRole('group', { name: 'Step 2 of 3: Reason' }),
    ).toHaveFocus();
  });

  it('opens a later step of a link at the first one that is not done', async () => {
    await open(undefined, '/?step=3');
    expect(await screen.findByLabelText('Reason')).toBeVisible();
    expect(screen.getByText('Step 2 of 3')).toBeVisible();
  });

  it('takes no day beyond the longest', async () => {
    const sent = listen();
    await open();
    await screen.findByText('What should be exempted?');
    await fillIn();
    await userEvent.click(screen.getByRole('radio', { name: /^Another day/ }));
    await press('Send request');
    const day = screen.getByLabelText('Last day');
    expect(day).toHaveAccessibleDescription(/^Choose a day from /);
    expect(sent).toEqual([]);
  });

  it.each<[string, number, string, RegExp]>([
    ['somebody was faster', 409, 'ConflictError', /^Somebody was faster/],
    ['the right was taken away', 403, 'NotAllowedError', /^It was refused/],
    ['the server refuses', 400, 'InputError', /^It was refused/],
    ['the server fails', 500, 'Error', /^It was not sent/],
  ])('keeps everything where %s', async (_, status, name, title) => {
    listen(status, { name, message: 'because of that' });
    await open();
    await screen.findByText('What should be exempted?');
    await fillIn();
    await press('Send request');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent('because of that');
    expect(alert).toHaveTextContent('What is written here is kept.');
    await press('Back');
    expect(screen.getByLabelText('Reason')).toHaveValue(REASON);
  });

  it('keeps everything where the portal is not reached', async () => {
    server.use(http.post(`${API_URL}/exemptions`, () => HttpResponse.error()));
    await open();
    await screen.findByText('What should be exempted?');
    await fillIn();
    await press('Send request');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal could not be reached. Try again.',
    );
    listen();
    await press('Send request');
    expect(await screen.findByText('The request is sent')).toBeVisible();
  });

  it('shows the exemption that there is already', async () => {
    const { appliesTo: _, ...exemption } = anExemption();
    await open(
      anExemptionOptions({
        exemption: { ...exemption, state: 'pending' },
      }),
    );
    expect(
      await screen.findByRole('region', {
        name: 'There is an exemption already',
      }),
    ).toHaveTextContent(/^Requested/);
  });

  it.each<[string, number, string, RegExp]>([
    ['is not open any more', 404, 'NotFoundError', /nothing to exempt/],
    ['is a consequence', 400, 'InputError', /InputError of exemptions/],
    ['is not the user’s', 403, 'NotAllowedError', /Owners of this service/],
  ])('says of a finding that it %s', async (_, status, name, words) => {
    server.use(refuseGet('exemptions/options', status, name));
    renderInPortal(<PanelOfPage />);
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByText('Step 1 of 3')).not.toBeInTheDocument();
  });

  it('offers to try again where nothing could be read', async () => {
    server.use(breakGet('exemptions/options'));
    renderInPortal(<PanelOfPage />);
    expect(
      await screen.findByRole('button', { name: 'Try again' }),
    ).toBeVisible();
  });

  it('is closed by Escape', async () => {
    await open();
    await screen.findByText('What should be exempted?');
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalled();
  });
});
