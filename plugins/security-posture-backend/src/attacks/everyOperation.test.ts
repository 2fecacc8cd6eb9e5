import { testDatabases } from '../database/__testUtils__/testDatabases';
import { ask } from '../service/__testUtils__/callers';
import { Access, ACCESS } from './__testUtils__/access';
import { ApiCaller } from './__testUtils__/ApiCaller';
import { WHOLE_CATALOG, WHOLE_CLUSTER } from './__testUtils__/halves';
import { operationOf, OPERATIONS } from './__testUtils__/operations';
import { startHalves } from './__testUtils__/startHalves';
import {
  ADMIN,
  SERVICE,
  STRANGER,
  userWithOnly,
  userWithout,
} from './__testUtils__/TestPolicy';
import { WholePortal } from './__testUtils__/WholePortal';

const databases = testDatabases({ heavy: true });

jest.setTimeout(300_000);

let portal: WholePortal;
let api: ApiCaller;

beforeAll(async () => {
  const knex = await databases.open(databases.ids[0]);
  portal = await startHalves(knex, WHOLE_CLUSTER, WHOLE_CATALOG);
  api = new ApiCaller(portal, 'lumen-cart');
});

afterAll(() => portal?.stop());

it('says of every documented operation who may use it, and of no other', () => {
  expect(Object.keys(ACCESS).sort()).toEqual(
    OPERATIONS.map(({ id }) => id).sort(),
  );
});

const TABLE: readonly (readonly [string, Access])[] = Object.entries(ACCESS);

describe.each(TABLE)(
  '%s',
  (id, { permissions, any, usersOnly, status = 200 }) => {
    const operation = operationOf(id);
    const refusing = any || permissions.length === 0 ? [] : permissions;

    it('asks for credentials', async () => {
      const response = await api.send(operation, undefined);
      expect(response.status).toBe(401);
      expect(response.body.error.name).toBe('AuthenticationError');
    });

    it('answers a user who holds what it takes, and nothing else', async () => {
      const response = await api.send(operation, userWithOnly(permissions));
      expect(response.status).toBe(status);
    });

    it('refuses a user without any one of its permissions', async () => {
      for (const permission of refusing) {
        const response = await api.send(operation, userWithout(permission));
        expect(response.status).toBe(403);
        expect(response.body.error).toMatchObject({
          name: 'NotAllowedError',
          message: expect.stringContaining(permission),
        });
      }
    });

    it('refuses a stranger wherever it asks for a permission', async () => {
      const response = await api.send(operation, STRANGER);
      expect(response.status).toBe(permissions.length > 0 ? 403 : status);
    });

    it('answers a service, or refuses it where it takes a person', async () => {
      const response = await api.send(operation, SERVICE);
      expect(response.status).toBe(usersOnly ? 403 : status);
    });

    it('asks the catalog and the permission backend as the user who asks', async () => {
      const { path, body } = await api.prepare(operation);
      portal.calls.length = 0;
      const response = await ask(portal, operation.method, path, ADMIN).send(
        body,
      );
      expect(response.status).toBe(status);
      const others = portal.calls.filter(
        ({ caller }) => caller !== ADMIN && caller !== 'nobody',
      );
      expect(others).toEqual([]);
    });
  },
);
