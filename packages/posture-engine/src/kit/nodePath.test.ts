import { holdsNodePath, normalizeNodePath } from './nodePath';

describe('normalizeNodePath', () => {
  it.each([
    ['/var/log', '/var/log'],
    ['/var/log/', '/var/log'],
    ['/var//log/./', '/var/log'],
    ['/var/lib/../log', '/var/log'],
    ['/../..', '/'],
    ['var/log', '/var/log'],
    ['\\\\.\\pipe\\docker_engine', '/pipe/docker_engine'],
    ['', ''],
  ])('%s is %s', (path, normalized) => {
    expect(normalizeNodePath(path)).toBe(normalized);
  });
});

describe('holdsNodePath', () => {
  it.each([
    ['/', '/etc', true],
    ['/etc', '/etc', true],
    ['/etc', '/etc/ssl', true],
    ['/etc', '/etcetera', false],
    ['/etc/ssl', '/etc', false],
  ])('%s holds %s: %s', (path, other, holds) => {
    expect(holdsNodePath(path, other)).toBe(holds);
  });
});
