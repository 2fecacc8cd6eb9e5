import {
  ExportedFinding,
  ExportHeader,
} from 'backstage-plugin-security-posture-common';
import { ControlIndex } from '../PostureSettings';

/** What is written down as an export. */
export interface ExportReport {
  readonly header: ExportHeader;
  /** Reads the findings from the first, a page at a time and none before it is asked for. */
  readonly findings: () => AsyncIterable<readonly ExportedFinding[]>;
  readonly controls: ControlIndex;
}

/** Writes a report piece by piece. */
export type WriteReport = (report: ExportReport) => AsyncIterable<string>;
