import { ControlPlaneComponent } from '../data/flagRule';
import { staticPod } from '../kit/flags/flagExamples';
import { Outcome } from '../model/outcome';
import { ControlCase } from './testControl';

/** What a row of flags expects beside its outcome. */
type Expected = Partial<Omit<ControlCase, 'name' | 'given' | 'outcome'>>;

/** A row of flags: its name, the flags of the one static pod, the outcome, and what else is expected. */
export type FlagCase = readonly [
  name: string,
  flags: readonly string[],
  outcome: Outcome,
  expected?: Expected,
];

/** Rows of a control's test table over the flags of one component, as a sweep reads them. */
export function flagCases(
  component: ControlPlaneComponent,
  rows: readonly FlagCase[],
): readonly ControlCase[] {
  return rows.map(([name, flags, outcome, expected]) => ({
    name,
    given: staticPod(component, flags),
    fromCluster: true,
    outcome,
    ...expected,
  }));
}

/** A namespace, for a cluster that shows nothing else. */
export const NOTHING = `apiVersion: v1
kind: Namespace
metadata: { name: kube-system }`;

/** A cluster whose control plane a provider runs. */
export const ON_EKS = {
  given: NOTHING,
  fromCluster: true,
  serverVersion: 'v1.33.0-eks-a1b2',
} as const;
