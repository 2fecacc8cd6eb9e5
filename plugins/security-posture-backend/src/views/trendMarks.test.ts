import { TrendPoint } from 'backstage-plugin-security-posture-common';
import { Severity } from 'security-posture-engine';
import { DayEvents, EventRecord } from '../database/HistoryReader';
import { trendMarks } from './trendMarks';

const NONE = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

function aPoint(
  day: number,
  effective: number | null,
  steps: TrendPoint['steps'] = [],
): TrendPoint {
  return {
    day: `2026-11-${String(day).padStart(2, '0')}`,
    raw: effective,
    effective,
    coverage: 1,
    open: NONE,
    exempted: NONE,
    steps,
  };
}

function anEvent(
  what: string,
  severity?: Severity,
  outcome: 'fail' | 'notEvaluated' = 'fail',
): EventRecord {
  return {
    at: 0,
    what,
    position: { at: 0, rank: 0, id: 0 },
    ...(severity
      ? {
          finding: {
            key: severity,
            control: 'privileged-container',
            severity,
            outcome,
          },
        }
      : {}),
  };
}

function onDay(day: number, ...events: EventRecord[]): DayEvents {
  return { day: aPoint(day, 0).day, events, total: events.length + 1 };
}

/** `day from>to: events` of each mark. */
function marksOf(
  points: readonly TrendPoint[],
  days: readonly DayEvents[] = [],
): string[] {
  return trendMarks(points, days, new Map()).map(
    ({ day, from, to, steps, events }) => {
      const told = events.map(({ what, finding }) =>
        [what, finding?.severity].filter(Boolean).join('-'),
      );
      return [`${day.slice(8)} ${from}>${to}`, ...steps, ...told].join(' ');
    },
  );
}

describe('trendMarks', () => {
  it('marks the days on which the score moved, and not the first', () => {
    const points = [
      aPoint(1, 65),
      aPoint(2, 65),
      aPoint(3, 33),
      aPoint(4, null),
      aPoint(5, 40),
    ];
    expect(marksOf(points, [onDay(1, anEvent('imageChanged'))])).toEqual([
      '03 65>33',
      '04 33>null',
      '05 null>40',
    ]);
  });

  it.each([
    ['a new image', 'imageChanged', true],
    ['an exemption', 'exemptionApproved', true],
    ['another library', 'libraryChanged', true],
    ['a cluster that went silent', 'clusterUnreachable', true],
    ['a cluster that was scanned in part', 'clusterScannedInPart', true],
    ['a cluster that answers again', 'clusterAnswers', false],
    ['a finding that left the score where it was', 'findingOpened', false],
    ['a new workload', 'workloadNew', false],
  ])('of days on which the score stayed marks %s: %s', (_, what, marked) => {
    const points = [aPoint(1, 65), aPoint(2, 65)];
    expect(marksOf(points, [onDay(2, anEvent(what))])).toEqual(
      marked ? [`02 65>65 ${what}`] : [],
    );
  });

  it('marks a step of the library although the score stayed', () => {
    expect(marksOf([aPoint(1, 65), aPoint(2, 65, ['library'])])).toEqual([
      '02 65>65 library',
    ]);
  });

  it.each([
    ['fell', 65, 33, ['findingOpened-high', 'findingClosed-critical']],
    ['rose', 33, 65, ['findingClosed-critical', 'findingOpened-high']],
  ])('tells first what the score %s by', (_, from, to, told) => {
    const day = onDay(
      2,
      anEvent('clusterUnreachable'),
      anEvent('findingClosed', 'critical'),
      anEvent('findingOpened', 'high'),
      anEvent('imageChanged'),
    );
    expect(marksOf([aPoint(1, from), aPoint(2, to)], [day])).toEqual([
      `02 ${from}>${to} imageChanged ${told.join(' ')}`,
    ]);
  });

  it('tells first what took the evidence where the score was lost', () => {
    const day = onDay(
      2,
      anEvent('findingChanged', 'critical'),
      anEvent('imageChanged'),
      anEvent('clusterScannedInPart'),
    );
    expect(marksOf([aPoint(1, 65), aPoint(2, null)], [day])).toEqual([
      '02 65>null clusterScannedInPart imageChanged findingChanged-critical',
    ]);
  });

  it('tells what could not be judged after what failed, for it moves no score', () => {
    const day = onDay(
      2,
      anEvent('findingOpened', 'critical', 'notEvaluated'),
      anEvent('findingOpened', 'high'),
    );
    expect(marksOf([aPoint(1, 65), aPoint(2, 33)], [day])).toEqual([
      '02 65>33 findingOpened-high findingOpened-critical',
    ]);
  });

  it('tells the gravest of findings, at most three, and how many there were', () => {
    const day = onDay(
      2,
      ...(['low', 'critical', 'info', 'high', 'medium'] as const).map(each =>
        anEvent('findingOpened', each),
      ),
    );
    const [mark] = trendMarks([aPoint(1, 65), aPoint(2, 33)], [day], new Map());
    expect(mark.events.map(({ finding }) => finding?.severity)).toEqual([
      'critical',
      'high',
      'medium',
    ]);
    expect(mark.eventsTotal).toBe(6);
  });

  it('of too many keeps the ten that moved it most, in their order', () => {
    const points = Array.from({ length: 15 }, (_, index) =>
      aPoint(index + 1, index % 2 ? 50 + index : 50),
    );
    expect(marksOf(points).map(text => text.slice(0, 2))).toEqual([
      ...['06', '07', '08', '09', '10'],
      ...['11', '12', '13', '14', '15'],
    ]);
  });
});
