import type { ControlStanding } from 'backstage-plugin-security-posture-common';
import { aStanding } from '../testing/controlSamples';
import { ControlOrder, groupControls, groupOf } from './controlGroups';

const NONE = {
  failing: 0,
  exempted: 0,
  notEvaluated: 0,
  clean: 0,
  subjects: 0,
  exemptedSubjects: 0,
};

describe('groupOf', () => {
  it.each<[string, Partial<ControlStanding>]>([
    ['failing', { numbers: { ...NONE, failing: 1, exempted: 2 } }],
    ['exempted', { numbers: { ...NONE, exempted: 1, notEvaluated: 2 } }],
    ['notEvaluated', { numbers: { ...NONE, notEvaluated: 1, clean: 3 } }],
    ['clean', { numbers: { ...NONE, clean: 3 } }],
    ['unknown', { numbers: null }],
    ['optional', { numbers: null, optional: true }],
  ])('says %s', (group, over) => {
    expect(groupOf(aStanding(over))).toBe(group);
  });
});

describe('groupControls', () => {
  const controls = [
    aStanding({
      id: 'a',
      severity: 'high',
      numbers: { ...NONE, failing: 1, subjects: 9 },
      change: 5,
    }),
    aStanding({
      id: 'b',
      severity: 'critical',
      numbers: { ...NONE, failing: 2, subjects: 2 },
      change: -1,
    }),
    aStanding({
      id: 'c',
      severity: 'high',
      numbers: { ...NONE, failing: 3, subjects: 3 },
      change: 0,
    }),
  ];

  it.each<[ControlOrder, string]>([
    ['severity', 'bca'],
    ['failing', 'cba'],
    ['subjects', 'acb'],
    ['change', 'acb'],
  ])('puts what fails in order of %s', (order, expected) => {
    const { failing } = groupControls(controls, order);
    expect(failing.map(({ id }) => id).join('')).toBe(expected);
  });
});
