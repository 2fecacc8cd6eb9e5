import { ClusterFindings } from '../database/CoverageReader';
import {
  aCluster,
  CRITICAL,
  HIGH,
  MEDIUM,
  NOW,
  settings,
} from './__testUtils__/samples';
import { driftView } from './driftView';
import { indexControls } from './PostureSettings';

const controls = indexControls(settings.controls);
const clusters = [
  aCluster({ name: 'staging' }),
  aCluster({ name: 'prod', title: 'Production' }),
];

/** Findings of a cluster: failing and not evaluated ones by control. */
function found(
  counts: Readonly<Record<string, readonly [number, number]>>,
): ClusterFindings {
  return {
    workloads: 7,
    controls: new Map(
      Object.entries(counts).map(([control, [failing, notEvaluated]]) => [
        control,
        { failing, notEvaluated },
      ]),
    ),
  };
}

describe('driftView', () => {
  it('names what is not alike, gravest first, with the numbers of both', () => {
    const drift = driftView(
      clusters,
      new Map([
        ['staging', found({ [MEDIUM]: [2, 0], [HIGH]: [1, 1] })],
        ['prod', found({ [CRITICAL]: [1, 0], [HIGH]: [1, 1], gone: [1, 0] })],
      ]),
      [
        { cluster: 'prod', control: MEDIUM, reason: 'forbidden', since: NOW },
        { cluster: 'other', control: HIGH, reason: 'forbidden', since: NOW },
      ],
      controls,
    );
    expect(drift.items).toEqual([
      {
        control: CRITICAL,
        title: controls.get(CRITICAL)!.title,
        severity: 'critical',
        a: { failing: 0, notEvaluated: 0 },
        b: { failing: 1, notEvaluated: 0 },
      },
      {
        control: MEDIUM,
        title: controls.get(MEDIUM)!.title,
        severity: 'medium',
        a: { failing: 2, notEvaluated: 0 },
        b: { failing: 0, notEvaluated: 0, gap: 'forbidden' },
      },
    ]);
    expect([drift.a, drift.b]).toEqual([
      { name: 'staging', workloads: 7 },
      { name: 'prod', title: 'Production', workloads: 7 },
    ]);
  });

  it('names nothing where two clusters are alike', () => {
    const both = found({ [HIGH]: [3, 1] });
    const findings = new Map([
      ['staging', both],
      ['prod', both],
    ]);
    expect(driftView(clusters, findings, [], controls).items).toEqual([]);
  });
});
