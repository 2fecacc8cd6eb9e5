import { ResponseError } from '@backstage/errors';
import { failureOf, mayPass } from './failure';

async function responseError(status: number, name?: string) {
  const body = name
    ? JSON.stringify({
        error: { name, message: `told ${name}` },
        response: { statusCode: status },
      })
    : 'Not here';
  const contentType = name ? 'application/json' : 'text/html';
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: '',
    url: '',
    redirected: false,
    type: 'basic',
    headers: new Headers({ 'content-type': contentType }),
    bodyUsed: false,
    body: null,
    text: async () => body,
  } as Response);
}

describe('failureOf', () => {
  it.each([
    [400, 'InputError', 'invalid', false],
    [401, 'AuthenticationError', 'forbidden', false],
    [403, 'NotAllowedError', 'forbidden', false],
    [404, 'NotFoundError', 'notFound', false],
    [404, undefined, 'backendAbsent', false],
    [409, 'ConflictError', 'conflict', false],
    [500, 'Error', 'server', true],
    [503, 'ServiceUnavailableError', 'server', true],
  ])('reads %s %s as %s', async (status, name, kind, passing) => {
    const failure = failureOf(await responseError(status, name));
    expect(failure.kind).toBe(kind);
    expect(failure.message).toContain(name ? `told ${name}` : 'Not here');
    expect(mayPass(failure)).toBe(passing);
  });

  it('reads a broken connection as the network', () => {
    expect(failureOf(new TypeError('Failed to fetch'))).toEqual({
      kind: 'network',
      message: 'Failed to fetch',
    });
  });

  it('reads a page in the place of an answer as an absent backend', () => {
    const error = new SyntaxError('Unexpected token <');
    expect(failureOf(error).kind).toBe('backendAbsent');
  });

  it('throws on what no request throws', () => {
    const mistake = new RangeError('mistake');
    expect(() => failureOf(mistake)).toThrow(mistake);
  });
});
