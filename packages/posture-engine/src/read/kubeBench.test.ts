import { DEFAULT_TABLES } from '../data/defaultTables';
import { kubeBenchResults } from './kubeBench';
import { MalformedInput } from './malformedInput';
import { JsonObject } from './typedReads';

const { cisIds } = DEFAULT_TABLES;

const control = (results: unknown, version: unknown = 'cis-1.12') => ({
  id: '1',
  version,
  node_type: 'master',
  tests: [{ section: '1.2', results }],
});
const result = (test_number: unknown, status: unknown) => ({
  test_number,
  status,
  actual_value: 'root --token=abc',
});

describe('kubeBenchResults', () => {
  it.each<[string, JsonObject, [string, boolean][]]>([
    [
      'passes and failures',
      {
        Controls: [control([result('1.2.1', 'FAIL'), result('1.2.2', 'PASS')])],
        Totals: {},
      },
      [
        ['1.2.1', false],
        ['1.2.2', true],
      ],
    ],
    [
      'one control by itself',
      control([result('2.1', 'PASS')]),
      [['2.1', true]],
    ],
    [
      'no verdict of WARN and INFO, which ask a person',
      {
        Controls: [control([result('1.2.1', 'WARN'), result('1.1.9', 'INFO')])],
      },
      [],
    ],
    [
      'an older edition with the same numbers',
      { Controls: [control([result('1.2.1', 'PASS')], 'cis-1.10')] },
      [['1.2.1', true]],
    ],
    [
      'an edition with other numbers, by those of 1.12',
      {
        Controls: [
          control([result('3.2.1', 'PASS')], 'eks-1.8.0'),
          control([result('5.7.4', 'FAIL')], 'cis-1.10'),
        ],
      },
      [
        ['4.2.1', true],
        ['5.6.4', false],
      ],
    ],
    [
      'nothing that has no number in 1.12',
      {
        Controls: [
          control([result('2.1.1', 'PASS')], 'eks-1.8.0'),
          control([result('1.2.1', 'PASS')], 'cis-1.6'),
          control([result('1.2.1', 'PASS')], null),
        ],
      },
      [],
    ],
    [
      'a failure where a number passes once and fails once',
      {
        Controls: [
          control([result('4.2.1', 'FAIL')]),
          control([result('4.2.1', 'PASS')]),
        ],
      },
      [['4.2.1', false]],
    ],
    [
      'no result without a number or a known status',
      { Controls: [control([result(1, 'PASS'), result('1.2.2', 'pass'), {}])] },
      [],
    ],
    ['a control without tests', { Controls: [{ version: 'cis-1.12' }] }, []],
    ['null results', { Controls: [control(null)] }, []],
  ])('reads %s', (_, document, expected) => {
    expect([...kubeBenchResults(document, cisIds)]).toEqual(expected);
  });

  it.each<[string, JsonObject]>([
    ['no controls', { results: [] }],
    ['controls of the wrong type', { Controls: 'none' }],
    ['a control of the wrong type', { Controls: ['one'] }],
    [
      'tests of the wrong type',
      { Controls: [{ version: 'cis-1.12', tests: 1 }] },
    ],
    ['results of the wrong type', { Controls: [control('all')] }],
    ['a version of the wrong type', { Controls: [control([], 12)] }],
  ])('refuses %s', (_, document) => {
    expect(() => kubeBenchResults(document, cisIds)).toThrow(MalformedInput);
  });
});
