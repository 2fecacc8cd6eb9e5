import { FlagTest } from '../../data/flagRule';
import { isStrongSuite, itemsOf, passesFlagTest } from './flagTest';

describe('passesFlagTest', () => {
  it.each<[FlagTest, string[], boolean | undefined]>([
    [{ is: 'set' }, ['/a'], true],
    [{ is: 'set' }, [''], false],
    [{ is: 'set' }, ['$(FILE)'], true],
    [{ is: 'unset' }, ['/a'], false],
    [{ is: 'unset' }, [''], true],
    [{ is: 'equals', value: 'false' }, ['false'], true],
    [{ is: 'equals', value: 'false' }, ['False'], true],
    [{ is: 'equals', value: 'false' }, ['0'], true],
    [{ is: 'equals', value: 'false' }, ['true'], false],
    [{ is: 'equals', value: 'true' }, ['t'], true],
    [{ is: 'equals', value: 'true' }, ['maybe'], undefined],
    [{ is: 'equals', value: 'false' }, ['true', 'false'], true],
    [{ is: 'equals', value: 'false' }, ['false', 'true'], false],
    [{ is: 'equals', value: 'false' }, ['$(ANONYMOUS)'], undefined],
    [{ is: 'equals', value: '0' }, ['0'], true],
    [{ is: 'equals', value: '0' }, ['8080'], false],
    [{ is: 'oneOf', values: ['a', 'b'] }, ['b'], true],
    [{ is: 'oneOf', values: ['a', 'b'] }, ['c'], false],
    [{ is: 'atLeast', value: 30 }, ['30'], true],
    [{ is: 'atLeast', value: 30 }, ['29'], false],
    [{ is: 'atLeast', value: 1 }, ['-1'], false],
    [{ is: 'atLeast', value: 30 }, ['many'], undefined],
    [{ is: 'atMostSeconds', value: 300 }, ['5m'], true],
    [{ is: 'atMostSeconds', value: 300 }, ['5m0.5s'], false],
    [{ is: 'atMostSeconds', value: 300 }, ['1h'], false],
    [{ is: 'atMostSeconds', value: 300 }, ['300'], undefined],
    [{ is: 'atMostSeconds', value: 300 }, [''], undefined],
    [{ is: 'atMostSeconds', value: 300 }, ['0'], true],
    [{ is: 'atLeastSeconds', value: 1 }, ['4h0m0s'], true],
    [{ is: 'atLeastSeconds', value: 1 }, ['0'], false],
    [{ is: 'atLeastSeconds', value: 1 }, ['0s'], false],
    [{ is: 'including', value: 'Node' }, ['Node,RBAC'], true],
    [{ is: 'including', value: 'Node' }, ['[Node RBAC]'], false],
    [{ is: 'including', value: 'Node' }, ['[Node,RBAC]'], true],
    [{ is: 'including', value: 'Node' }, ['NodeRestriction'], false],
    [{ is: 'including', value: 'Node' }, ['RBAC', 'Node'], true],
    [{ is: 'without', values: ['A', 'B'] }, ['C'], true],
    [{ is: 'without', values: ['A', 'B'] }, [''], true],
    [{ is: 'without', values: ['A', 'B'] }, ['C, B'], false],
    [{ is: 'without', values: ['A'] }, ['A', 'C'], false],
    [{ is: 'loopback' }, ['127.0.0.1'], true],
    [{ is: 'loopback' }, ['127.1.2.3'], true],
    [{ is: 'loopback' }, ['::1'], true],
    [{ is: 'loopback' }, ['0.0.0.0'], false],
    [{ is: 'loopback' }, ['127.0.0.1.example.com'], false],
    [{ is: 'httpsUrls' }, ['https://a:2379,https://b:2379'], true],
    [{ is: 'httpsUrls' }, ['https://a:2379,http://b:2379'], false],
    [{ is: 'httpsUrls' }, [''], false],
    [{ is: 'strongSuites' }, ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'], true],
    [{ is: 'strongSuites' }, ['TLS_RSA_WITH_AES_128_GCM_SHA256'], false],
  ])('%p of %p: %p', (test, values, expected) => {
    expect(passesFlagTest(test, values)).toBe(expected);
  });
});

describe('isStrongSuite', () => {
  it.each([
    ['TLS_AES_256_GCM_SHA384', true],
    ['TLS_CHACHA20_POLY1305_SHA256', true],
    ['TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305', true],
    ['TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', true],
    ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', false],
    ['TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA', false],
    ['TLS_RSA_WITH_AES_256_GCM_SHA384', false],
    ['TLS_RSA_WITH_RC4_128_SHA', false],
    ['', false],
  ])('%s: %p', (suite, expected) => {
    expect(isStrongSuite(suite)).toBe(expected);
  });
});

it.each([
  ['a,b', ['a', 'b']],
  ['[a,b]', ['a', 'b']],
  [' a , ', ['a']],
  ['', []],
])('itemsOf %p', (value, items) => {
  expect(itemsOf(value)).toEqual(items);
});
