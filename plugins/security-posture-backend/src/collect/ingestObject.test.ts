import { ingestObject } from './ingestObject';

const STATUS = {
  phase: 'Running',
  nodeInfo: { kubeletVersion: 'v1.35.8' },
  images: ['many'],
  containerStatuses: [{ name: 'web' }],
  conditions: [],
};

describe('ingestObject', () => {
  it.each([
    ['Deployment', undefined],
    ['Node', { nodeInfo: STATUS.nodeInfo, conditions: [] }],
    ['Pod', { phase: 'Running', containerStatuses: [{ name: 'web' }] }],
    ['PersistentVolumeClaim', STATUS],
    ['APIService', STATUS],
  ])('keeps of the status of a %s what rules read', (kind, status) => {
    const raw = {
      apiVersion: 'v1',
      kind,
      metadata: { name: 'a', managedFields: [{}] },
      status: STATUS,
    };
    const object = ingestObject(raw);
    expect(object.status).toEqual(status);
    expect(object.metadata).toEqual({ name: 'a' });
    expect(raw.metadata.managedFields).toEqual([{}]);
  });

  it.each([
    ['no metadata', {}],
    ['no name', { metadata: {} }],
    ['metadata of the wrong type', { metadata: 'text' }],
  ])('refuses an object with %s', (_, rest) => {
    expect(() =>
      ingestObject({ apiVersion: 'v1', kind: 'Pod', ...rest }),
    ).toThrow(expect.objectContaining({ reason: 'parseError' }));
  });

  const ingest = (kind: string, rest: object) => {
    const { metadata, ...kept } = ingestObject({
      apiVersion: 'a/v1',
      kind,
      metadata: { name: 'a' },
      ...rest,
    });
    return kept;
  };

  it('keeps of vulnerabilities what rules read, and no descriptions', () => {
    const report = {
      artifact: { repository: 'web', digest: 'sha256:a' },
      os: { family: 'debian', eosl: true },
      scanner: { name: 'Trivy', version: '0.60.0' },
      summary: { criticalCount: 1 },
      updateTimestamp: '2026-11-01T00:00:00Z',
    };
    const vulnerability = {
      vulnerabilityID: 'CVE-2026-1',
      severity: 'CRITICAL',
      fixedVersion: '2',
      installedVersion: '1',
      resource: 'libssl',
      publishedDate: '2026-01-01T00:00:00Z',
    };
    const wordy = { ...vulnerability, description: 'long', links: ['many'] };
    expect(
      ingest('VulnerabilityReport', {
        report: { ...report, extra: 'dropped', vulnerabilities: [wordy] },
      }),
    ).toEqual({
      apiVersion: 'a/v1',
      kind: 'VulnerabilityReport',
      report: { ...report, vulnerabilities: [vulnerability] },
    });
  });

  it('never keeps a secret that a scan found', () => {
    const { report } = ingest('ExposedSecretReport', {
      report: { secrets: [{ ruleID: 'aws', match: 'AKIA-VERY-SECRET' }] },
    });
    expect(report).toEqual({ secrets: [{ ruleID: 'aws' }] });
  });

  it.each([
    ['no list', { vulnerabilities: 'none' }],
    ['nothing', null],
    ['a list of nothing', { vulnerabilities: [null, 7] }],
  ])('takes a half-written report with %s as it is', (_, report) => {
    expect(ingest('VulnerabilityReport', { report }).report).toEqual(report);
  });

  it.each([
    ['KubeletInfo', { configFile: { path: '/a', content: 'c2V0dGluZ3M=' } }],
    ['ControlPlaneInfo', { configFile: { path: '/a' } }],
  ])('drops the contents of files that a %s tells of', (kind, kept) => {
    const file = { path: '/a', content: 'c2V0dGluZ3M=' };
    const { spec } = ingestObject({
      apiVersion: 'hostdata.kubescape.cloud/v1beta1',
      kind,
      metadata: { name: 'node-1' },
      spec: {
        configFile: file,
        kubeConfigFile: { path: '/k', content: 'Y3JlZGVudGlhbA==' },
        serviceFiles: [file],
        APIServerInfo: { cmdLine: 'kube-apiserver', specsFile: file },
      },
    });
    expect(spec).toEqual({
      ...kept,
      kubeConfigFile: { path: '/k' },
      serviceFiles: [{ path: '/a' }],
      APIServerInfo: { cmdLine: 'kube-apiserver', specsFile: { path: '/a' } },
    });
  });

  it('takes the kind of an object for no property of a table', () => {
    expect(ingest('constructor', { spec: 1 })).toMatchObject({ spec: 1 });
  });
});
