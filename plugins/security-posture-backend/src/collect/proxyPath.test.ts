import { METADATA_LIST } from './listPage';
import { proxyPath } from './proxyPath';

const JSON_TYPE = 'application/json';

describe('proxyPath', () => {
  it.each([
    ['/version', JSON_TYPE],
    ['/api/v1/pods?limit=100&continue=a%2Fb', JSON_TYPE],
    ['/apis/external-secrets.io/v1/externalsecrets', JSON_TYPE],
    ['/api/v1/secrets', METADATA_LIST],
  ])('lets %s pass', (path, accept) => {
    expect(proxyPath(path, accept)).toBe(path);
  });

  it.each([
    'version',
    'http://elsewhere/version',
    '/../clusters',
    '/api/../../clusters',
    '/api/%2e%2e/%2E%2E/clusters',
    '/api/..%2f../clusters',
    '/api\\..\\..\\clusters',
    '/api/./v1',
  ])('refuses %s, which leaves the proxy', path => {
    expect(() => proxyPath(path, JSON_TYPE)).toThrow(
      'Not a path of the Kubernetes API',
    );
  });

  it.each([
    ['/api/v1/secrets', JSON_TYPE],
    ['/api/v1/secrets?limit=1', JSON_TYPE],
    ['/api/v1/namespaces/shop/secrets/key', JSON_TYPE],
    ['/api/v1/Secrets', JSON_TYPE],
    ['/api/v1/%73ecrets', JSON_TYPE],
    ['/api/v1/secrets', `${METADATA_LIST},${JSON_TYPE}`],
  ])('refuses %s as %s, which shows Secrets', (path, accept) => {
    expect(() => proxyPath(path, accept)).toThrow('Secrets are never read');
  });
});
