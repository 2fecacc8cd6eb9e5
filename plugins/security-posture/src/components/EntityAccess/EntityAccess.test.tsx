import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  AccessResponse,
  AccountView,
} from 'backstage-plugin-security-posture-common';
import { ENTITY_PATH, renderForEntity } from '../../__testUtils__/entityPage';
import { answerGet, startPortalServer } from '../../__testUtils__/portal';
import { violationsIn } from '../../__testUtils__/violationsIn';
import { aRight, anAccessAnswer, anAccount } from '../../testing/entitySamples';
import { EntityAccess } from './EntityAccess';

const server = startPortalServer();

jest.setTimeout(30_000);

function renderAccess(
  items: AccountView[],
  over: Partial<AccessResponse> = {},
) {
  const answer = anAccessAnswer(items, over);
  server.use(answerGet(`${ENTITY_PATH}/access`, { ...answer }));
  return renderForEntity(
    <EntityAccess entityRef="component:default/payments-api" />,
  );
}

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

describe('EntityAccess', () => {
  it('says what an account may do, who gives it that, and who uses it', async () => {
    const { container } = renderAccess([anAccount()]);
    const row = await rowOf(/sa\/payments\/payments/);
    for (const words of [
      'Medium',
      'get, list on secrets',
      'in namespace payments, from Role secret-reader by RoleBinding payments',
      'its token is in a pod',
      'deploy/payments-api',
      'None open',
    ])
      expect(row).toHaveTextContent(words);
    expect(
      screen.getByText(/1 service account may do more than a service should/),
    ).toBeVisible();
    expect(screen.queryByText(/were looked at/)).not.toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says that not every workload was looked at', async () => {
    renderAccess([anAccount()], {
      workloadsTotal: 1240,
      workloadsLookedAt: 1000,
    });
    expect(
      await screen.findByText(
        /^Of its 1240 workloads the first 1000 were looked at/,
      ),
    ).toBeVisible();
  });

  it('opens to all rights, and counts those that are left out', async () => {
    const harmless = ['a', 'b', 'c'].map(name =>
      aRight({ objects: [name], severity: undefined, names: ['only-one'] }),
    );
    renderAccess([
      anAccount({ rights: [aRight(), ...harmless], rightsLeftOut: 4 }),
    ]);
    const row = await rowOf(/payments/);
    expect(row).toHaveTextContent('6 more rights');
    await userEvent.click(within(row).getByRole('button'));
    const rights = screen.getAllByRole('listitem');
    expect(rights.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('get, list on secrets'),
      expect.stringContaining('get, list on aonly only-one'),
      expect.stringContaining('get, list on b'),
      expect.stringContaining('get, list on c'),
      'and 4 more',
    ]);
  });

  it.each<[string, Partial<AccountView>, string, RegExp]>([
    [
      'everything',
      {
        rights: [
          aRight({ verbs: ['*'], objects: ['*'], namespace: undefined }),
        ],
      },
      'every verb on every resource',
      /may do more/,
    ],
    [
      'nothing',
      { rights: [] },
      'Nothing beyond what every account may',
      /^No service account has a right that leads further\.$/,
    ],
    [
      'what may not be read',
      { rights: [], rightsUnread: 'forbidden' },
      'Not known: the API server refused to show what is needed',
      /^No right that leads further is known\. What 1 of them may do could not be told\.$/,
    ],
    [
      'what no scan has told since an upgrade',
      { rights: [], rightsUnread: 'staleData' },
      'Not known yet: the next scan tells',
      /could not be told/,
    ],
  ])('says that it may do %s', async (_, over, words, sentence) => {
    renderAccess([anAccount(over)]);
    expect(await rowOf(/payments/)).toHaveTextContent(words);
    expect(screen.getByText(sentence)).toBeVisible();
  });

  it('says that no account is known', async () => {
    renderAccess([]);
    expect(
      await screen.findByText('No service account is known'),
    ).toBeVisible();
  });
});
