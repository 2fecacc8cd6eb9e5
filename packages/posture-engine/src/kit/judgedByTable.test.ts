import { fail, notEvaluated, pass } from './judgements';
import { judgedByTable } from './judgedByTable';

const TABLE = { asOf: '2026-08-22', sources: [], rows: [] };
const at = (days: number) => Date.UTC(2026, 7, 22 + days);
const BROKEN = fail([{ path: 'p', message: 'm' }]);

describe('judgedByTable', () => {
  it('leaves a judgement by a fresh table as it is', () => {
    const judgement = pass('a word');
    expect(judgedByTable(judgement, TABLE, at(120))).toBe(judgement);
  });

  it.each([
    ['pass', pass(), { outcome: 'pass' }],
    ['fail', BROKEN, { outcome: 'fail' }],
    [
      'notEvaluated',
      notEvaluated('manual'),
      { outcome: 'notEvaluated', reason: 'manual' },
    ],
  ])('names an old table in a %s', (_, judgement, expected) => {
    expect(judgedByTable(judgement, TABLE, at(121))).toMatchObject({
      ...expected,
      note: 'judged by facts of 2026-08-22',
    });
  });

  it('keeps the word that the judgement has', () => {
    expect(judgedByTable(pass('a word'), TABLE, at(121)).note).toBe(
      'a word; judged by facts of 2026-08-22',
    );
  });

  it('lets nothing pass by a table that is too old', () => {
    expect(judgedByTable(pass(), TABLE, at(241))).toMatchObject({
      outcome: 'notEvaluated',
      reason: 'staleData',
    });
    expect(judgedByTable(BROKEN, TABLE, at(241)).outcome).toBe('fail');
  });
});
