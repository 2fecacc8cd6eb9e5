import { KUBELET_CONFIG_PATHS } from '../../data/kubeletSettings';
import { MalformedInput } from '../../read/malformedInput';
import { kubeletConfigFlags } from './kubeletConfigFlags';

const valuesOf = (config: Record<string, unknown>) =>
  Object.fromEntries(
    [...kubeletConfigFlags(config, 'p')].map(([name, { values }]) => [
      name,
      values,
    ]),
  );

describe('kubeletConfigFlags', () => {
  it.each<[string, Record<string, unknown>, Record<string, string[]>]>([
    [
      'nested settings',
      { authentication: { anonymous: { enabled: false } } },
      { 'anonymous-auth': ['false'] },
    ],
    ['numbers', { readOnlyPort: 0 }, { 'read-only-port': ['0'] }],
    [
      'lists',
      { tlsCipherSuites: ['A', 'B'] },
      { 'tls-cipher-suites': ['A', 'B'] },
    ],
    [
      'durations',
      { streamingConnectionIdleTimeout: '5m' },
      { 'streaming-connection-idle-timeout': ['5m'] },
    ],
    ['no zero duration', { streamingConnectionIdleTimeout: '0s' }, {}],
    [
      'no zero duration of parts',
      { streamingConnectionIdleTimeout: '0h0m0s' },
      {},
    ],
    ['no null', { seccompDefault: null }, {}],
    ['no empty text', { tlsCertFile: '' }, {}],
    ['no empty list', { tlsCipherSuites: [] }, {}],
    ['no other settings', { clusterDomain: 'cluster.local' }, {}],
    ['nothing below what is no map', { authentication: 'x' }, {}],
  ])('reads %s', (_, config, expected) => {
    expect(valuesOf(config)).toEqual(expected);
  });

  it('says where a setting stands', () => {
    const flags = kubeletConfigFlags({ readOnlyPort: 0 }, 'data.kubelet');
    expect(flags.get('read-only-port')?.path).toBe('data.kubelet readOnlyPort');
  });

  it.each([{ readOnlyPort: {} }, { tlsCipherSuites: [[]] }])(
    'refuses %j',
    config => {
      expect(() => kubeletConfigFlags(config, 'p')).toThrow(MalformedInput);
    },
  );

  it('names each setting once', () => {
    const names = [...KUBELET_CONFIG_PATHS.values()];
    expect(new Set(names).size).toBe(names.length);
  });
});
