import { Violation } from '../model/finding';
import { cappedViolations } from './cappedViolations';

const violations = (count: number, consequenceOf?: string): Violation[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `subjects[${index}]`,
    message: `subject ${index}`,
    ...(consequenceOf ? { consequenceOf } : {}),
  }));

describe('cappedViolations', () => {
  it.each([0, 1, 20])('leaves %d alone', count => {
    const all = violations(count);
    expect(cappedViolations(all)).toBe(all);
  });

  it('counts those beyond twenty at the place of the first of them', () => {
    const capped = cappedViolations(violations(25));
    expect(capped).toHaveLength(21);
    expect(capped[20]).toEqual({
      path: 'subjects[20]',
      field: 'others',
      message: 'and 5 more',
      actual: 5,
    });
  });

  it('keeps a cause that all have', () => {
    expect(cappedViolations(violations(25, 'x'))[20].consequenceOf).toBe('x');
    const mixed = [...violations(24, 'x'), ...violations(1)];
    expect(cappedViolations(mixed)[20]).not.toHaveProperty('consequenceOf');
  });
});
