import { readFailureOf } from './readFailureOf';

const SECRET = 'Bearer abc';
const STATUS = JSON.stringify({ kind: 'Status', message: SECRET });
const BACKSTAGE = JSON.stringify({ error: { name: 'E', message: SECRET } });
const HTML = `<html>${SECRET}</html>`;

describe('readFailureOf', () => {
  it.each([
    ['the API server', 401, STATUS, 'unreachable', 401, 'cluster'],
    ['the API server', 403, STATUS, 'forbidden', 403, 'request'],
    ['the API server', 404, STATUS, 'unreachable', 404, 'request'],
    ['the API server', 410, STATUS, 'unreachable', 410, 'request'],
    ['the API server', 500, STATUS, 'unreachable', 500, 'request'],
    ['a gateway', 401, HTML, 'unreachable', 401, 'cluster'],
    ['a gateway', 403, HTML, 'unreachable', 403, 'request'],
    ['a gateway', 404, '404 page not found', 'unreachable', 404, 'request'],
    ['a gateway', 302, '', 'unreachable', 302, 'request'],
    ['a gateway', 403, '[]', 'unreachable', 403, 'request'],
    ['Backstage', 401, BACKSTAGE, 'unreachable', undefined, 'cluster'],
    ['Backstage', 403, BACKSTAGE, 'unreachable', undefined, 'cluster'],
    ['Backstage', 404, BACKSTAGE, 'unreachable', undefined, 'cluster'],
    ['Backstage', 500, BACKSTAGE, 'unreachable', undefined, 'request'],
  ])('from %s, %d', (_, status, body, reason, told, reach) => {
    const failure = readFailureOf('/api/v1/pods', status, body);
    expect(failure).toMatchObject({ reason, status: told, reach });
    expect(failure.message).not.toContain(SECRET);
  });
});
