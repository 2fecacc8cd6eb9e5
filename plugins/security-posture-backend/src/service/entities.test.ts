import { EntitiesResponse } from 'backstage-plugin-security-posture-common';
import { aPart, NOW, talliesBut } from '../views/__testUtils__/samples';
import { ask } from './__testUtils__/callers';
import { ADMIN, foundCompany, refOf } from './__testUtils__/company';
import { startApi, StartedApi } from './__testUtils__/startApi';

let api: StartedApi;

beforeAll(async () => {
  api = await startApi(NOW);
  foundCompany(api);
  api.reader.entities[1] = { ...api.reader.entities[1], parts: [] };
  api.reader.entities[2] = {
    ...api.reader.entities[2],
    title: 'Ancient ledger',
    parts: [aPart({ tallies: talliesBut() })],
  };
});

afterAll(() => api.stop());

async function list(query: string): Promise<EntitiesResponse> {
  const response = await ask(api, 'get', `/entities?${query}`, ADMIN);
  expect(response.status).toBe(200);
  return response.body;
}

function refs({ items }: EntitiesResponse): string[] {
  return items.map(({ entityRef }) => entityRef);
}

describe('GET /entities', () => {
  it.each([
    ['worst first by default', '', [5, 4, 3, 0, 2, 1]],
    ['by name', 'order=name', [2, 0, 1, 3, 4, 5]],
    ['by critical findings', 'order=critical', [5, 4, 3, 0, 2, 1]],
    ['the ready ones', 'readiness=ready', [2]],
    ['the ready and the unknown ones', 'readiness=ready,unknown', [2, 1]],
    ['those of an owner', 'owner=group:default/shop', [5, 4, 3]],
    ['those of an owner, named short', 'owner=Shop', [5, 4, 3]],
    ['those of nobody', 'owner=group:default/nobody', []],
    ['those of a lifecycle that none has', 'lifecycle=retired', []],
    ['those of a system that none is in', 'system=checkout', []],
    ['those that fail a control', 'control=privileged-container', [5, 4, 3, 0]],
    ['those on which nothing runs', 'evidence=noWorkloads', [1]],
    ['those with a word in their title', 'search=LEDGER', [2]],
    ['those with a sign of SQL in their name', 'search=%25', []],
  ])('lists %s', async (_, query, numbers) => {
    const page = await list(query);
    expect(refs(page)).toEqual(numbers.map(refOf));
    expect(page.total).toBe(numbers.length);
    expect(page.nextCursor).toBeUndefined();
  });

  it('walks through all pages, each entity once', async () => {
    const seen: string[] = [];
    let cursor = '';
    let pages = 0;
    do {
      const page = await list(`limit=4&order=name${cursor}`);
      expect(page.total).toBe(6);
      seen.push(...refs(page));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      pages += 1;
    } while (cursor);
    expect(pages).toBe(2);
    expect(seen).toEqual(refs(await list('order=name')));
  });

  it('keeps a cursor to the query that it came from', async () => {
    const { nextCursor } = await list('limit=2&order=name');
    const other = await ask(
      api,
      'get',
      `/entities?order=score&cursor=${nextCursor}`,
      ADMIN,
    );
    expect(other.status).toBe(400);
  });

  it('answers beyond the end with nothing, and no further page', async () => {
    const { nextCursor } = await list('limit=5&order=name');
    api.reader.entities = api.reader.entities.slice(0, 2);
    api.time.now += 31_000;
    const page = await list(`limit=5&order=name&cursor=${nextCursor}`);
    expect(page).toEqual({ items: [], total: 2, partial: false });
  });
});
