import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { ENTITY_PATH, renderForEntity } from '../../__testUtils__/entityPage';
import {
  answerGet,
  API_URL,
  refuseGet,
  startPortalServer,
} from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { aWorkload, aWorkloadsAnswer } from '../../testing/entitySamples';
import { aResource } from '../../testing/samples';
import { EntityWorkloads } from './EntityWorkloads';

const server = startPortalServer();
const PATH = `${ENTITY_PATH}/workloads`;
const view = <EntityWorkloads entityRef="component:default/payments-api" />;

jest.setTimeout(30_000);

describe('EntityWorkloads', () => {
  it('says of each what it runs, as whom, and what fails', async () => {
    server.use(answerGet(PATH, { ...aWorkloadsAnswer() }));
    const { container } = renderForEntity(view);
    const row = await screen.findByRole('row', {
      name: /deploy\/payments-api/,
    });
    for (const words of [
      'Deployment in payments',
      'prod-eu',
      'registry.example.com/payments/api:3.8.2',
      '1 critical, 3 high, 6 medium',
      'Critical',
      '12 days ago',
    ])
      expect(row).toHaveTextContent(words);
    expect(row).not.toHaveTextContent('info');
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringMatching(
        /security-posture\?subject=prod-eu%2Fpayments%2FDeployment%2Fpayments-api$/,
      ),
    );
    expect(
      screen.getByRole('row', { name: /payments-worker/ }),
    ).toHaveTextContent(/default.*None.*Nothing fails/);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('asks the server for each page of 400', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(`${API_URL}/${PATH}`, ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor');
        asked.push(cursor);
        const items = Array.from({ length: 50 }, (_, index) =>
          aWorkload({ resource: aResource({ name: `${cursor}-${index}` }) }),
        );
        return HttpResponse.json({
          ...aWorkloadsAnswer({ items, total: 400, nextCursor: 'second' }),
        });
      }),
    );
    renderForEntity(view);
    expect(await screen.findByText('1 to 50 of 400')).toBeVisible();
    expect(screen.getByRole('heading')).toHaveTextContent('400 workloads');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('51 to 100 of 400')).toBeVisible();
    expect(asked).toEqual([null, 'second']);
  });

  it('says that there are none now', async () => {
    server.use(answerGet(PATH, { ...aWorkloadsAnswer({ items: [] }) }));
    renderForEntity(view);
    expect(await screen.findByText('No workloads now')).toBeVisible();
  });

  it('asks again where the backend was gone and is back', async () => {
    server.use(refuseGet(PATH, 503, 'ServiceUnavailableError'));
    renderForEntity(view);
    const retry = await screen.findByRole('button', { name: 'Try again' });
    server.use(answerGet(PATH, { ...aWorkloadsAnswer() }));
    await userEvent.click(retry);
    expect(
      await screen.findByRole('row', { name: /payments-worker/ }),
    ).toBeVisible();
  });

  it('says which permission is missing', async () => {
    server.use(refuseGet(PATH, 403, 'NotAllowedError'));
    renderForEntity(view);
    expect(
      await screen.findByText('security-posture.posture.read'),
    ).toBeVisible();
  });
});
