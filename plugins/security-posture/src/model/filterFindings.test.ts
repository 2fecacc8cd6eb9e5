import { NO_FILTERS } from '../components/Findings/findingsState';
import { aFinding, aResource, minutesAgo } from '../testing/samples';
import { countFilters, filterFindings, queryOf } from './filterFindings';
import { subjectId } from './subjectName';

const worker = aResource({ name: 'payments-worker', cluster: 'staging' });
const findings = [
  aFinding({ key: 'failing', openedAt: minutesAgo(9 * 24 * 60) }),
  aFinding({
    key: 'unjudged',
    outcome: 'notEvaluated',
    severity: 'medium',
    title: 'Images are signed',
    frameworks: { nsa: ['P1'] },
    category: 'image',
    openedAt: minutesAgo(60),
    violations: [],
  }),
  aFinding({ key: 'stale', resource: worker, staleSince: minutesAgo(60) }),
];

describe('filterFindings', () => {
  it.each([
    ['nothing', {}, ['failing', 'unjudged', 'stale']],
    ['failing', { state: 'failing' }, ['failing', 'stale']],
    ['not evaluated', { state: 'notEvaluated' }, ['unjudged']],
    ['stale', { state: 'stale' }, ['stale']],
    ['a severity', { severity: 'medium' }, ['unjudged']],
    ['a cluster', { cluster: 'staging' }, ['stale']],
    ['an object', { subject: subjectId(worker) }, ['stale']],
    ['a framework', { framework: 'cis' }, ['failing', 'stale']],
    ['a category', { category: 'image' }, ['unjudged']],
    ['a container', { container: 'agent' }, ['failing', 'stale']],
    ['what opened this week', { opened: 'week' }, ['unjudged', 'stale']],
    ['a state that there is not', { state: 'grave' }, []],
    ['a period that there is not', { opened: 'century' }, []],
    ['a title, in any case', { search: ' SIGNED ' }, ['unjudged']],
    ['a workload by name', { search: 'deploy/payments-w' }, ['stale']],
    [
      'two filters at once',
      { state: 'failing', cluster: 'prod-eu' },
      ['failing'],
    ],
  ])('narrows to %s', (_, filters, keys) => {
    const left = filterFindings(findings, { ...NO_FILTERS, ...filters });
    expect(left.map(({ key }) => key)).toEqual(keys);
  });
});

describe('queryOf', () => {
  it.each([
    ['no filter', {}, { outcomes: ['fail', 'notEvaluated'] }],
    ['failing', { state: 'failing' }, { outcomes: ['fail'] }],
    [
      'not evaluated',
      { state: 'notEvaluated' },
      { outcomes: ['notEvaluated'] },
    ],
    [
      'severity and cluster',
      { severity: 'high', cluster: 'staging' },
      {
        outcomes: ['fail', 'notEvaluated'],
        severities: ['high'],
        cluster: 'staging',
      },
    ],
    [
      'a severity that does not exist',
      { severity: 'grave' },
      { outcomes: ['fail', 'notEvaluated'] },
    ],
  ])('asks the server for %s', (_, filters, query) => {
    expect(queryOf({ ...NO_FILTERS, ...filters })).toEqual(query);
  });
});

it('counts the filters that are set', () => {
  expect(countFilters(NO_FILTERS)).toBe(0);
  expect(countFilters({ ...NO_FILTERS, state: 'stale', search: 'root' })).toBe(
    2,
  );
});
