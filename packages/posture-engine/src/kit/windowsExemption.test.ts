import { Workload } from '../model/workload';
import { deploymentAround } from '../testing';
import { fail, pass } from './judgements';
import {
  isExemptOnWindows,
  WindowsExemption,
  withWindowsHint,
} from './windowsExemption';

const windows = new Workload(deploymentAround({ os: { name: 'windows' } }));
const linux = new Workload(deploymentAround({ os: { name: 'linux' } }));
const selected = new Workload(
  deploymentAround({ nodeSelector: { 'kubernetes.io/os': 'windows' } }),
);
const at = (minor: number) => ({ kubernetesVersion: { minor } });

type Row = [
  string,
  WindowsExemption | undefined,
  ReturnType<typeof at>,
  boolean,
];

describe('isExemptOnWindows', () => {
  it.each<Row>([
    ['no exemption', undefined, at(36), false],
    ['always', {}, at(20), true],
    ['below its version', { sinceMinor: 25 }, at(24), false],
    ['from its version on', { sinceMinor: 25 }, at(25), true],
  ])('%s', (_, exemption, context, expected) => {
    expect(isExemptOnWindows(exemption, windows, context)).toBe(expected);
    expect(isExemptOnWindows(exemption, linux, context)).toBe(false);
    expect(isExemptOnWindows(exemption, selected, context)).toBe(false);
  });
});

describe('withWindowsHint', () => {
  const failure = fail([{ path: 'spec', message: 'fails' }]);

  it('tells a failing pod whose node selector asks for Windows what to set', () => {
    expect(withWindowsHint(failure, {}, selected, at(36)).note).toContain(
      'spec.os.name',
    );
  });

  it.each([
    ['a pass', pass(), {}, selected],
    ['a control that exempts nobody', failure, undefined, selected],
    ['a pod of no Windows node', failure, {}, linux],
  ])('says nothing of %s', (_, judgement, exemption, workload) => {
    expect(withWindowsHint(judgement, exemption, workload, at(36))).toBe(
      judgement,
    );
  });
});
