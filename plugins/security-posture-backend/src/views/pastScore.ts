import {
  PastMembers,
  PastScore,
  SeverityCounts,
} from 'backstage-plugin-security-posture-common';
import { SEVERITIES } from 'security-posture-engine';
import { PastMember, PastPostureRecord } from '../database/HistoryReader';
import { scoreView } from './entityRow';

/** Members that one answer shows. */
const MEMBERS_SHOWN = 200;

/** Scores and counts of the end of a day. */
export function pastScore(record: PastPostureRecord): PastScore {
  return {
    day: record.day,
    profile: record.profile,
    library: record.library,
    score: scoreView(record.effective, record.coverage),
    raw: scoreView(record.raw, record.coverage),
    open: record.open,
    exempted: record.exempted,
    blocking: record.blocking,
    workloads: record.subjects,
  };
}

/** The entities of a scope at the end of a day; `members` with the lowest score first. */
export function pastMembers(members: readonly PastMember[]): PastMembers {
  const scores = members.flatMap(({ effective }) => effective ?? []);
  return {
    total: members.length,
    lowest: scores[0] ?? null,
    p10: scores[Math.max(0, Math.ceil(scores.length / 10) - 1)] ?? null,
    open: sumOpen(members),
    items: members.slice(0, MEMBERS_SHOWN).map(member => ({
      entityRef: member.entityRef,
      day: member.day,
      score: scoreView(member.effective, member.coverage),
      open: member.open,
    })),
  };
}

function sumOpen(members: readonly PastMember[]): SeverityCounts {
  const sum = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { open } of members)
    for (const severity of SEVERITIES) sum[severity] += open[severity];
  return sum;
}
