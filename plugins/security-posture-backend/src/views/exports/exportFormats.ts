import { ExportFormat } from 'backstage-plugin-security-posture-common';
import { WriteReport } from './ExportReport';
import { writeCsv } from './writeCsv';
import { writeHtml } from './writeHtml';
import { writeJson } from './writeJson';
import { writeOscal } from './writeOscal';
import { writePolicyReports } from './writePolicyReports';
import { writeSarif } from './writeSarif';

/** How a format is written and sent. */
export interface ExportFormatKind {
  readonly contentType: string;
  /** Of its file, with the dot. */
  readonly extension: string;
  readonly write: WriteReport;
}

/** Every format. */
export const FORMATS: Readonly<Record<ExportFormat, ExportFormatKind>> = {
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: '.csv',
    write: writeCsv,
  },
  json: {
    contentType: 'application/json; charset=utf-8',
    extension: '.json',
    write: writeJson,
  },
  sarif: {
    contentType: 'application/sarif+json; charset=utf-8',
    extension: '.sarif',
    write: writeSarif,
  },
  policyreport: {
    contentType: 'application/yaml; charset=utf-8',
    extension: '.policyreport.yaml',
    write: writePolicyReports,
  },
  oscal: {
    contentType: 'application/json; charset=utf-8',
    extension: '.oscal.json',
    write: writeOscal,
  },
  html: {
    contentType: 'text/html; charset=utf-8',
    extension: '.html',
    write: writeHtml,
  },
};
