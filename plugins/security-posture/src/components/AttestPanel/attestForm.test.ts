import { AttestForm, emptyForm, problemsOf, requestOf } from './attestForm';

const NOW = Date.parse('2026-11-19T10:14:00.000Z');
const FILLED: AttestForm = {
  outcome: 'pass',
  statement: 'Looked at by the network team',
  link: '',
  expires: '2027-05-18',
};

describe('problemsOf', () => {
  it.each<[string, Partial<AttestForm>, string[]]>([
    ['nothing in a filled form', {}, []],
    ['too short a statement', { statement: '  short   ' }, ['statement']],
    ['a link that is none', { link: 'wiki/firewall' }, ['link']],
    ['a document as a link', { link: 'data:text/html,<b>' }, ['link']],
    ['no link that is a web address', { link: 'https://wiki.example/1' }, []],
    ['today', { expires: '2026-11-19' }, ['expires']],
    ['no last day', { expires: '2027-11-19' }, []],
    ['a day too late', { expires: '2027-11-20' }, ['expires']],
    ['a day that there is not', { expires: '2027-02-30' }, ['expires']],
    ['no day', { expires: '' }, ['expires']],
  ])('finds %s', (_, form, problems) => {
    expect(problemsOf({ ...FILLED, ...form }, NOW)).toEqual(problems);
  });

  it('finds only the statement missing in an empty form', () => {
    expect(problemsOf(emptyForm(NOW), NOW)).toEqual(['statement']);
  });
});

describe('requestOf', () => {
  it('sends what was typed without its margins, until the same hour of the day', () => {
    const form = { ...FILLED, statement: '  Looked at it twice ', link: ' ' };
    const of = { cluster: 'prod-eu', control: 'control-plane-firewall' };
    expect(requestOf(form, of, NOW)).toEqual({
      ...of,
      outcome: 'pass',
      statement: 'Looked at it twice',
      expiresAt: '2027-05-18T10:14:00.000Z',
    });
  });
});
