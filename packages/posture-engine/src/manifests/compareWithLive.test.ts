import { Finding } from '../model/finding';
import { Outcome } from '../model/outcome';
import { compareWithLive, fixedFailures } from './compareWithLive';
import { failureKeys } from './failureKey';

const WEB = {
  type: 'workload' as const,
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name: 'web',
};

function aFinding(over: Partial<Finding> = {}): Finding {
  return {
    control: 'host-port',
    subject: WEB,
    outcome: 'fail',
    severity: 'medium',
    violations: [],
    ...over,
  };
}

function judged(...findings: readonly Finding[]) {
  return [{ subject: findings[0].subject, findings }];
}

describe('compareWithLive', () => {
  const exemptions = [
    {
      control: 'host-port',
      workload: { kind: 'Deployment', name: 'web' },
    },
  ];

  it('tells the part of a finding that is new from the whole', () => {
    const [old, fresh] = ['a', 'b'].map(container => ({
      path: 'spec',
      container,
      message: 'x',
    }));
    const open = new Set(failureKeys(aFinding({ violations: [old] })));
    const finding = aFinding({ violations: [old, fresh] });
    const live = { open, exemptions: [] };
    expect(compareWithLive(judged(finding), live)).toMatchObject([
      { finding, fresh: { violations: [fresh] }, exempted: false },
    ]);
  });

  it.each([
    ['its workload', {}, true],
    ['another workload', { subject: { ...WEB, name: 'other' } }, false],
    ['a critical finding', { severity: 'critical' as const }, false],
    ['what follows', { control: 'x', consequenceOf: 'host-port' }, true],
  ])('exempts %s', (_, over, exempted) => {
    const live = { open: new Set<string>(), exemptions };
    expect(compareWithLive(judged(aFinding(over)), live)).toMatchObject([
      { exempted },
    ]);
  });

  it('exempts what an exemption covers on the live entity, whole', () => {
    const [one, other] = ['a', 'b'].map(path => ({ path, message: 'x' }));
    const finding = aFinding({ severity: 'critical', violations: [one] });
    const open = new Set(failureKeys(finding));
    const live = { open, covered: open, exemptions: [] };
    const grown = { ...finding, violations: [one, other] };
    expect(compareWithLive(judged(finding), live)).toMatchObject([
      { exempted: true },
    ]);
    expect(compareWithLive(judged(grown), live)).toMatchObject([
      { exempted: false },
    ]);
  });
});

describe('fixedFailures', () => {
  const live = [aFinding()];
  const outcomes = (...all: readonly Outcome[]) =>
    all.flatMap(outcome => judged(aFinding({ outcome })));

  it.each([
    ['passes', outcomes('pass'), live],
    ['does not apply any more', outcomes('notApplicable'), []],
    ['fails still', outcomes('fail'), []],
    ['could not be judged', outcomes('notEvaluated'), []],
    ['passes and fails under one name', outcomes('pass', 'fail'), []],
    ['is not in the manifests', [], []],
  ])('answers for what %s', (_, subjects, fixed) => {
    expect(fixedFailures(subjects, live)).toEqual(fixed);
  });

  it('knows an image by the reference that a workload asks for', () => {
    const subject = { type: 'image' as const, apiVersion: '', kind: 'Image' };
    const image = aFinding({
      outcome: 'pass',
      subject: { ...subject, name: 'web:1' },
    });
    const failure = {
      control: 'host-port',
      subject: { kind: 'Image', name: 'web@sha256:1', title: 'web:1' },
      violations: [],
    };
    expect(fixedFailures(judged(image), [failure])).toEqual([failure]);
  });
});
