import { ConfigReader } from '@backstage/config';
import { JsonArray } from '@backstage/types';
import { isClusterReadError } from 'backstage-plugin-security-posture-node';
import { ProbeResult } from 'security-posture-engine';
import {
  ProbedServer,
  startProbedServer,
} from '../__testUtils__/startProbedServer';
import {
  KubernetesPlugin,
  startKubernetesPlugin,
} from '../__testUtils__/startKubernetesPlugin';
import { TEST_CERTIFICATE } from '../__testUtils__/testCertificate';
import { described } from '../__testUtils__/startReaderSetUp';
import { ClusterProbe } from './ClusterProbe';

const CA = Buffer.from(TEST_CERTIFICATE).toString('base64');
const never = () => new AbortController().signal;

let modern: ProbedServer;
let old: ProbedServer;
let plugin: KubernetesPlugin;

beforeAll(async () => {
  modern = await startProbedServer();
  old = await startProbedServer({
    minVersion: 'TLSv1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  plugin = await startKubernetesPlugin(
    [modern, old].map(({ url }, index) => ({
      name: index ? 'old' : 'modern',
      url,
      serviceAccountToken: 'cluster-token',
    })),
  );
}, 60_000);
afterAll(() =>
  Promise.all([plugin, modern, old].map(started => started.stop())),
);

function probeOf(name: string, over: object = {}, probed = [name]) {
  const url = name === 'old' ? old.url : modern.url;
  const clusters = [
    { name, url, authProvider: 'serviceAccount', caData: CA, ...over },
  ];
  return fromConfig([{ type: 'config', clusters }], probed).of(
    described(name),
    never(),
  );
}

function fromConfig(clusterLocatorMethods: object[], probed: string[]) {
  const config = new ConfigReader({
    kubernetes: { clusterLocatorMethods: clusterLocatorMethods as JsonArray },
  });
  return ClusterProbe.fromConfig(config, probed, plugin);
}

async function resultsOf(name: string, over: object = {}) {
  const results = await probeOf(name, over)!();
  return {
    all: results,
    of: <Name extends ProbeResult['probe']>(probe: Name) =>
      results.filter(
        (result): result is Extract<ProbeResult, { probe: Name }> =>
          result.probe === probe,
      ),
  };
}

describe('a probe', () => {
  it('sees an API server as anybody would', async () => {
    modern.allowed.add('system:anonymous');
    const { of, all } = await resultsOf('modern');
    modern.allowed.clear();
    expect(of('anonymousRequest')).toEqual([
      { probe: 'anonymousRequest', status: 403, namesAnonymous: true },
    ]);
    expect(of('tls')).toEqual([
      {
        probe: 'tls',
        version: 'TLSv1.3',
        cipher: expect.stringMatching(/^TLS_/),
        refusesOldVersions: true,
        notBefore: expect.any(Number),
        notAfter: expect.any(Number),
      },
    ]);
    const [{ notBefore, notAfter }] = of('tls');
    expect(notAfter - notBefore).toBeGreaterThan(99 * 365 * 86_400_000);
    expect(of('addresses')).toEqual([
      { probe: 'addresses', host: '127.0.0.1', addresses: ['127.0.0.1'] },
    ]);
    expect(of('accessReview')).toEqual([
      { probe: 'accessReview', user: 'anonymous', allowed: true },
      { probe: 'accessReview', user: 'madeUp', allowed: false },
    ]);
    expect(all).toHaveLength(5);
  });

  it('sends no credential but through the kubernetes plugin', async () => {
    await resultsOf('modern');
    const direct = modern.requests.filter(({ method }) => method === 'GET');
    expect(direct.length).toBeGreaterThan(0);
    for (const asked of direct)
      expect(asked).toEqual({
        method: 'GET',
        url: '/api/v1/namespaces?limit=1',
        body: '',
      });
    const reviews = modern.requests.filter(({ method }) => method !== 'GET');
    for (const { authorization, url, method } of reviews)
      expect([method, url, authorization]).toEqual([
        'POST',
        '/apis/authorization.k8s.io/v1/subjectaccessreviews',
        'Bearer cluster-token',
      ]);
  });

  it.each([200, 401])('tells the status %i', async status => {
    modern.status = status;
    const { of } = await resultsOf('modern');
    modern.status = 403;
    expect(of('anonymousRequest')).toEqual([
      { probe: 'anonymousRequest', status, namesAnonymous: false },
    ]);
  });

  it('sees that a server takes old versions of TLS', async () => {
    const { of } = await resultsOf('old');
    expect(of('tls')[0].refusesOldVersions).toBe(false);
  });

  it('goes without what fails by itself', async () => {
    const wrong = Buffer.from('no certificate').toString('base64');
    const { all } = await resultsOf('modern', { caData: wrong });
    expect(all.map(({ probe }) => probe)).toEqual([
      'addresses',
      'accessReview',
      'accessReview',
    ]);
  });

  it('trusts no certificate of another authority', async () => {
    const { of } = await resultsOf('modern', { caData: undefined });
    expect(of('tls')).toEqual([]);
    expect(of('anonymousRequest')).toEqual([]);
    const skipping = { caData: undefined, skipTLSVerify: true };
    expect((await resultsOf('modern', skipping)).of('tls')).toHaveLength(1);
  });

  it('fails where it saw nothing', async () => {
    const url = 'https://no-such-host.invalid';
    const probe = fromConfig(
      [{ type: 'config', clusters: [{ name: 'gone', url }] }],
      ['gone'],
    ).of(described('gone'), never());
    const error = await probe!().catch(reason => reason);
    expect(isClusterReadError(error) && error.reason).toBe('unreachable');
  }, 20_000);

  it('ends with its sweep', async () => {
    modern.silent = true;
    const controller = new AbortController();
    const clusters = [{ name: 'modern', url: modern.url, caData: CA }];
    const probe = fromConfig([{ type: 'config', clusters }], ['modern']).of(
      described('modern'),
      controller.signal,
    );
    const running = probe!();
    setTimeout(() => controller.abort(new Error('stopped')), 100);
    await expect(running).rejects.toThrow('stopped');
    modern.silent = false;
  });
});

describe('no probe', () => {
  it.each([
    ['nobody asked for it', {}, []],
    ['its address has no TLS', { url: 'http://127.0.0.1:8001' }, undefined],
    [
      'kubectl stands before it',
      { authProvider: 'localKubectlProxy' },
      undefined,
    ],
    [
      'another Backstage stands before it',
      { url: 'https://portal.example.com/api/kubernetes/proxy' },
      undefined,
    ],
    ['its address is none', { url: 'not an address' }, undefined],
  ])('where %s', (_, over, probed) => {
    expect(probeOf('modern', over, probed)).toBeUndefined();
  });

  it('where another locator knows the address, which is told', () => {
    const probe = fromConfig(
      [{ type: 'catalog' }, { type: 'gke' }],
      ['modern'],
    );
    expect(probe.of(described('modern'), never())).toBeUndefined();
    expect(probe.unknown).toEqual(['modern']);
  });
});
