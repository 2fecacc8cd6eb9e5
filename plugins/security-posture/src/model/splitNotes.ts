import type { FindingView } from 'backstage-plugin-security-posture-common';

/** Findings, and apart from them the notes: those of severity info, which ask for nothing. */
export interface SplitFindings {
  findings: FindingView[];
  notes: FindingView[];
}

/** Parts findings from notes. Both keep their order. */
export function splitNotes(items: readonly FindingView[]): SplitFindings {
  return {
    findings: items.filter(({ severity }) => severity !== 'info'),
    notes: items.filter(({ severity }) => severity === 'info'),
  };
}
