import {
  BlockingCounts,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES } from 'security-posture-engine';
import { TrendDay } from '../../ScopeReader';
import { PostureDayRow } from '../../tables';
import { ScoreHistogram } from './ScoreHistogram';

/** What is noted of an entity at the end of a day. */
interface EntityCounts {
  readonly open: SeverityCounts;
  readonly exempted: SeverityCounts;
  readonly blocking: BlockingCounts;
  /** Workloads; none where it has no posture. */
  readonly subjects: number;
}

type EntityDay = EntityCounts &
  Pick<PostureDayRow, 'raw' | 'effective' | 'coverage'>;

/** The sum of entities as days go by: each new day of an entity takes the place of its last one. */
export class DaySum {
  private readonly entities = new Map<string, EntityDay>();
  private readonly raw = new ScoreHistogram();
  private readonly effective = new ScoreHistogram();
  private readonly open = none();
  private readonly exempted = none();
  private judged = 0;
  private notReady = 0;
  private covered = 0;
  private coverable = 0;
  private library = '';
  private profile = '';

  /** Takes in a row; those of earlier days first. */
  add(row: PostureDayRow): void {
    const day: EntityDay = {
      ...(JSON.parse(row.counts) as EntityCounts),
      raw: row.raw,
      effective: row.effective,
      coverage: row.coverage,
    };
    const before = this.entities.get(row.scope_ref);
    if (before) this.count(before, -1);
    this.count(day, 1);
    this.entities.set(row.scope_ref, day);
    this.library = row.library;
    this.profile = row.profile;
  }

  /** All entities as they are by now. */
  at(day: string): TrendDay {
    return {
      day,
      raw: this.raw.lowest(),
      effective: this.effective.lowest(),
      coverage: this.coverable ? this.covered / this.coverable : null,
      open: { ...this.open },
      exempted: { ...this.exempted },
      members: {
        judged: this.judged,
        notReady: this.notReady,
        p10: this.effective.percentile10(),
      },
      library: this.library,
      profile: this.profile,
    };
  }

  private count(day: EntityDay, times: 1 | -1): void {
    const { coverage, subjects, blocking } = day;
    this.raw.count(day.raw, times);
    this.effective.count(day.effective, times);
    for (const severity of SEVERITIES) {
      this.open[severity] += times * day.open[severity];
      this.exempted[severity] += times * day.exempted[severity];
    }
    if (subjects > 0) this.judged += times;
    if (blocking.critical + blocking.high > 0) this.notReady += times;
    if (coverage !== null) {
      this.covered += times * coverage * subjects;
      this.coverable += times * subjects;
    }
  }
}

function none(): SeverityCounts {
  return { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
}
