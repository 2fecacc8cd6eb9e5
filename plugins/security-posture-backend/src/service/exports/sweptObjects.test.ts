import { EXPORT_FORMATS } from 'backstage-plugin-security-posture-common';
import { KubernetesObject } from 'security-posture-engine';
import { parseAllDocuments } from 'yaml';
import { testDatabases } from '../../database/__testUtils__/testDatabases';
import { DatabaseExportReader } from '../../database/DatabaseExportReader';
import { settings } from '../../views/__testUtils__/samples';
import { aHeader, textOf } from '../../views/exports/__testUtils__/reports';
import { faultsOf, schemaOf } from '../../views/exports/__testUtils__/schemas';
import { exportedFinding } from '../../views/exports/exportedFinding';
import { FORMATS } from '../../views/exports/exportFormats';
import { ExportReport } from '../../views/exports/ExportReport';
import { indexControls } from '../../views/PostureSettings';
import { sweepManifests } from '../__testUtils__/sweepManifests';

const MARK = 'MARKED-hunter2-s3cr3t';
const NOW = 1_700_000_000_000;

const DEPLOYMENT: KubernetesObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'web',
    namespace: 'shop',
    annotations: { note: MARK },
  },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'web',
            image: 'web:1',
            args: [`--password=${MARK}`],
            env: [
              { name: 'DB_PASSWORD', value: MARK },
              { name: 'AWS_SECRET_ACCESS_KEY', value: MARK },
            ],
            securityContext: { privileged: true },
          },
        ],
      },
    },
  },
};

const CONFIG_MAP: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'shop' },
  data: { password: MARK },
} as KubernetesObject;

const databases = testDatabases();

describe('an export of what a sweep found', () => {
  let report: ExportReport;

  beforeAll(async () => {
    const knex = await databases.open(databases.ids[0]);
    await sweepManifests(knex, [DEPLOYMENT, CONFIG_MAP], [], NOW);
    const exports = new DatabaseExportReader(knex);
    const controls = indexControls(settings.controls);
    const scope = {
      type: 'organisation',
      ref: 'organisation',
      visibility: 'all',
      unowned: true,
    } as const;
    const { ids } = await exports.takeSnapshot(scope, NOW);
    const records = await exports.readFindings(scope, ids);
    async function* findings() {
      yield records.map(each => exportedFinding(each, undefined, controls));
    }
    report = { header: aHeader(), findings, controls };
  });

  it.each(EXPORT_FORMATS)('has no value of a secret as %s', async format => {
    const text = await textOf(FORMATS[format].write, report);
    expect(text).toContain('DB_PASSWORD');
    expect(text).toContain('A container runs privileged');
    expect(text).not.toContain(MARK);
  });

  it('is what the schemas take', async () => {
    const json = async (format: 'sarif' | 'oscal') =>
      JSON.parse(await textOf(FORMATS[format].write, report));
    const sarif = schemaOf('sarif-2.1.0.schema.json');
    const oscal = schemaOf('oscal-assessment-results-1.2.1.schema.json');
    const policies = schemaOf('policyReport-v1alpha2.schema.json');
    expect(faultsOf(sarif, await json('sarif'))).toEqual([]);
    expect(faultsOf(oscal, await json('oscal'))).toEqual([]);
    const yaml = await textOf(FORMATS.policyreport.write, report);
    const documents = parseAllDocuments(yaml).map(each => each.toJS());
    expect(documents.length).toBeGreaterThan(1);
    for (const document of documents)
      expect(faultsOf(policies, document)).toEqual([]);
  });
});
