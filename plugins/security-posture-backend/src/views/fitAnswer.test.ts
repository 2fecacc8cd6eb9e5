import { EntityPosture } from 'backstage-plugin-security-posture-common';
import {
  aCluster,
  aFinding,
  anEntity,
  CRITICAL,
  NOW,
  settings,
  talliesBut,
} from './__testUtils__/samples';
import { rankFixes } from 'security-posture-engine';
import { entityPosture } from './entityPosture';
import { findingView } from './findingView';
import { fitAnswer, MOST_POSTURE_BYTES } from './fitAnswer';
import { judgeEntity } from './judgeEntity';
import { indexControls } from './PostureSettings';
import { sumEntity } from './sumEntity';

const controls = indexControls(settings.controls);

/** A finding with this many places, as a workload with this many containers has. */
function aFindingWith(places: number, index = 0) {
  const [violation] = aFinding().violations;
  return aFinding({
    key: String(index),
    violations: Array.from({ length: places }, (_, place) => ({
      ...violation,
      container: `container-${place}`,
    })),
  });
}

function aPosture(places: number, findings: number): EntityPosture {
  const record = anEntity();
  const clusters = [aCluster()];
  const failing = Array.from({ length: findings }, (_, index) =>
    aFindingWith(places, index),
  );
  const tallies = talliesBut({
    [CRITICAL]: {
      pass: 0,
      notApplicable: 0,
      notEvaluated: 0,
      fail: { critical: findings },
    },
  });
  return entityPosture(
    {
      record,
      clusters,
      judged: judgeEntity(
        record,
        sumEntity(record, clusters, settings.profile, []),
        clusters,
        settings,
        NOW,
      ),
      fixes: rankFixes(tallies, settings.profile),
      failing,
      findings: {
        items: failing.map(finding => findingView(finding, controls)),
        total: 500,
        notes: 7,
        nextCursor: 'next',
      },
      exemptions: { pending: 0, inForce: 0 },
      mapping: { annotated: true, steps: [], candidates: [] },
      recent: undefined,
      scan: undefined,
    },
    settings,
    controls,
  );
}

const cursorAt = (offset: number) => `at ${offset}`;

describe('fitAnswer', () => {
  it('leaves an answer alone that fits', () => {
    const posture = aPosture(1, 50);
    expect(fitAnswer(posture, cursorAt)).toBe(JSON.stringify(posture));
  });

  it.each([
    ['fifty findings of twenty containers', 20, 50],
    ['one finding of a thousand containers', 1_000, 1],
    ['three findings of five hundred containers', 500, 3],
  ])('fits %s', (_, places, findings) => {
    const posture = aPosture(places, findings);
    expect(JSON.stringify(posture).length).toBeGreaterThan(MOST_POSTURE_BYTES);
    const text = fitAnswer(posture, cursorAt);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_POSTURE_BYTES);
    const fitting = JSON.parse(text) as EntityPosture;
    const shown = fitting.findings.items.length;
    expect(shown).toBeLessThan(findings);
    expect(fitting.findings).toMatchObject({
      total: 500,
      notes: 7,
      nextCursor: `at ${shown}`,
    });
    expect(fitting.findings.items).toEqual(
      posture.findings.items.slice(0, shown),
    );
  });
});
