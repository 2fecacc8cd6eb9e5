import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { securityPosturePermissions } from 'backstage-plugin-security-posture-common';
import { testDatabases } from '../database/__testUtils__/testDatabases';
import { ApiCaller } from './__testUtils__/ApiCaller';
import { ExamplePolicy } from './__testUtils__/examplePolicy';
import { WHOLE_CATALOG, WHOLE_CLUSTER } from './__testUtils__/halves';
import { operationOf } from './__testUtils__/operations';
import { startHalves } from './__testUtils__/startHalves';
import { ADMIN, REQUESTER } from './__testUtils__/TestPolicy';
import { WholePortal } from './__testUtils__/WholePortal';

const OLIVIA = 'user:default/olivia';
const PLATFORM = 'user:default/paul';

const OWN = 'lumen-cart';
const OTHERS = 'umbra-vault';

const databases = testDatabases({ heavy: true });

jest.setTimeout(300_000);

let portal: WholePortal;

beforeAll(async () => {
  const knex = await databases.open(databases.ids[0]);
  const platform = ['group:default/platform'];
  portal = await startHalves(knex, WHOLE_CLUSTER, WHOLE_CATALOG, {
    policy: new ExamplePolicy(),
    groups: {
      [OLIVIA]: ['group:default/lumen-team'],
      [PLATFORM]: platform,
      ...Object.fromEntries([ADMIN, REQUESTER].map(user => [user, platform])),
    },
    config: { securityPosture: { exemptions: { approvers: platform } } },
  });
});

afterAll(() => portal?.stop());

describe('the page about permissions', () => {
  const page = readFileSync(
    join(__dirname, '../../../../docs/permissions.md'),
    'utf8',
  );

  it('shows the policy that is tested here', () => {
    const file = join(__dirname, '__testUtils__/examplePolicy.ts');
    expect(page).toContain(`\`\`\`ts\n${readFileSync(file, 'utf8')}\`\`\``);
  });

  it.each(securityPosturePermissions.map(({ name }) => name))(
    'explains %s',
    name => expect(page).toMatch(new RegExp(`^\\| \`${name}\` +\\| \\w`, 'm')),
  );
});

describe('the example policy', () => {
  it.each([
    ['getEntityPosture', OLIVIA, OWN, 200],
    ['getEntityPosture', OLIVIA, OTHERS, 200],
    ['getSummary', OLIVIA, OWN, 200],
    ['scanEntity', OLIVIA, OWN, 202],
    ['scanEntity', OLIVIA, OTHERS, 403],
    ['scanEntity', PLATFORM, OTHERS, 202],
    ['requestExemption', OLIVIA, OWN, 201],
    ['requestExemption', OLIVIA, OTHERS, 403],
    ['requestExemption', PLATFORM, OTHERS, 201],
    ['approveExemption', OLIVIA, OWN, 403],
    ['approveExemption', PLATFORM, OWN, 200],
    ['getClusters', OLIVIA, OWN, 403],
    ['getClusters', PLATFORM, OWN, 200],
    ['scanCluster', OLIVIA, OWN, 403],
    ['scanCluster', PLATFORM, OWN, 202],
    ['attest', OLIVIA, OWN, 403],
    ['attest', PLATFORM, OWN, 201],
    ['importAuditPolicy', OLIVIA, OWN, 403],
    ['importAuditPolicy', PLATFORM, OWN, 201],
  ])('answers %s by %s about %s with %d', async (id, caller, about, status) => {
    const api = new ApiCaller(portal, about);
    const response = await api.send(operationOf(id), caller);
    expect(response.status).toBe(status);
  });
});
