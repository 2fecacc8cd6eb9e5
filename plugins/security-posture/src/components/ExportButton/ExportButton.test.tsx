import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import {
  API_URL,
  breakGet,
  refuseGet,
  renderInPortal,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { ExportButton } from './ExportButton';

const server = startPortalServer();

/** What was saved, by name. */
const saved = new Map<string, string>();
const asked: string[] = [];

beforeEach(() => {
  saved.clear();
  asked.length = 0;
  let last: Blob | undefined;
  URL.createObjectURL = jest.fn(blob => {
    last = blob as Blob;
    return 'blob:portal';
  });
  URL.revokeObjectURL = jest.fn();
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      saved.set(this.download, `${last!.type} of ${last!.size} bytes`);
    });
});

afterEach(() => jest.restoreAllMocks());

function file(body: BodyInit) {
  return http.get(`${API_URL}/export`, ({ request }) => {
    asked.push(new URL(request.url).search);
    return new HttpResponse(body, {
      headers: {
        'content-type': 'text/csv',
        'content-disposition': 'attachment; filename="posture.csv"',
      },
    });
  });
}

function show(date?: string) {
  const ref = 'component:default/cart';
  return renderInPortal(
    <ExportButton of={{ scope: 'entity', ref, ...(date && { date }) }} />,
  );
}

const button = () => screen.findByRole('button', { name: 'Export' });

it('saves the format that is chosen, by keyboard alone', async () => {
  server.use(file('a,b\r\n'));
  show();
  const user = userEvent.setup();
  await button();
  await user.tab();
  await user.keyboard('{Enter}');
  const formats = await screen.findAllByRole('menuitem');
  expect(formats.map(({ textContent }) => textContent)).toEqual([
    'Spreadsheet (CSV)',
    'Report to print (HTML)',
    'JSON',
    'SARIF 2.1.0',
    'PolicyReport (YAML)',
    'OSCAL assessment results',
  ]);
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Saved as posture.csv')).toHaveRole('status');
  expect([...saved]).toEqual([['posture.csv', 'text/csv of 5 bytes']]);
  expect(asked).toEqual([
    '?scope=entity&ref=component%3Adefault%2Fcart&format=csv',
  ]);
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:portal');
});

async function choose(name: string) {
  const user = userEvent.setup();
  await user.click(await button());
  await user.click(await screen.findByRole('menuitem', { name }));
}

it('tells how much has come, and takes no second order meanwhile', async () => {
  let finish = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(1_500_000));
      finish = () => controller.close();
    },
  });
  server.use(file(body));
  show();
  await choose('SARIF 2.1.0');
  await screen.findByText('Exporting, 1.5 MB so far');
  expect(saved.size).toBe(0);
  await userEvent.setup().click(screen.getByRole('button'));
  expect(screen.queryByRole('menuitem')).not.toBeInTheDocument();
  finish();
  await screen.findByText('Saved as posture.csv');
});

it('saves nothing of an export that breaks off', async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(10));
      controller.error(new TypeError('terminated'));
    },
  });
  server.use(file(body));
  show();
  await choose('JSON');
  await screen.findByText(/broke off before its end, so nothing was saved/);
  expect(saved.size).toBe(0);
});

it.each([
  ['refuses', refuseGet('export', 400, 'InputError'), 'InputError of export'],
  [
    'may not show it',
    refuseGet('export', 403, 'NotAllowedError'),
    'You may not see this posture',
  ],
  ['is gone', breakGet('export'), 'The portal could not be reached'],
])('says why nothing came where the server %s', async (_, answer, words) => {
  server.use(answer);
  show();
  await choose('JSON');
  const status = await screen.findByText(`Nothing was exported: ${words}`);
  expect(status).toHaveAttribute('data-failed');
  expect(saved.size).toBe(0);
});

describe('of a past day', () => {
  async function chooseOfDay() {
    show('2026-11-12');
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'Export 12 Nov 2026' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'JSON' }));
  }

  it('asks for that day', async () => {
    server.use(file('{}'));
    await chooseOfDay();
    await screen.findByText('Saved as posture.csv');
    expect(new URLSearchParams(asked[0]).get('date')).toBe('2026-11-12');
  });

  it('says that its findings are gone, in words for people', async () => {
    server.use(refuseGet('export', 400, 'InputError'));
    await chooseOfDay();
    const status = await screen.findByText(
      'Nothing was exported: findings of 12 Nov 2026 are no longer kept, only scores and counts.',
    );
    expect(status).toHaveAttribute('data-failed');
    expect(saved.size).toBe(0);
  });
});

it('has nothing that axe minds', async () => {
  const { container } = show();
  await button();
  expect(await violationsIn(container)).toEqual([]);
});
