import { JsonObject, Manifest } from '../objects/Manifest';
import { loadLiveCluster } from './loadLiveCluster';

const now = new Date('2026-11-21T12:00:00Z');
const weekMs = 7 * 24 * 60 * 60 * 1000;

let objects: Manifest[];
const ofKind = (...kinds: string[]) =>
  objects.filter(({ kind }) => kinds.includes(kind));

beforeAll(async () => {
  ({ objects } = await loadLiveCluster('prod-eu', now));
});

/** The digests that a workload's container runs, as its pods tell. */
function runningDigests(namespace: string, replicaSet: string, name: string) {
  return ofKind('Pod')
    .filter(
      ({ metadata }) =>
        metadata.namespace === namespace &&
        metadata.ownerReferences?.[0].name === replicaSet,
    )
    .flatMap(
      ({ status }) =>
        status?.containerStatuses as { name: string; imageID: string }[],
    )
    .filter(container => container.name === name)
    .map(({ imageID }) => imageID.split('@')[1]);
}

/** Whether a report is about what runs, and of these days. */
function stateOf({ metadata, report }: Manifest): string {
  const labels = metadata.labels ?? {};
  const digests = runningDigests(
    labels['trivy-operator.resource.namespace'],
    labels['trivy-operator.resource.name'],
    labels['trivy-operator.container.name'],
  );
  const { artifact, updateTimestamp } = report as {
    artifact: JsonObject;
    updateTimestamp: string;
  };
  if (digests.length === 0) {
    return 'nothing runs';
  }
  if (digests.some(digest => digest !== artifact.digest)) {
    return 'another digest runs';
  }
  const age = now.getTime() - Date.parse(updateTimestamp);
  return age > weekMs ? 'stale' : 'of today';
}

describe('prod-eu', () => {
  it('has reports of today, a stale one, and some of images of yesterday', () => {
    const reports = ofKind('VulnerabilityReport', 'ExposedSecretReport');
    expect(
      reports.map(report => {
        const container =
          report.metadata.labels?.['trivy-operator.container.name'];
        return `${report.kind} ${container}: ${stateOf(report)}`;
      }),
    ).toEqual([
      'VulnerabilityReport checkout: of today',
      'VulnerabilityReport api: of today',
      'VulnerabilityReport notifications: of today',
      'VulnerabilityReport worker: stale',
      'VulnerabilityReport web: another digest runs',
      'ExposedSecretReport checkout: of today',
      'ExposedSecretReport payouts: of today',
      'ExposedSecretReport cart: another digest runs',
    ]);
  });

  it('counts in its reports what they list', () => {
    for (const { report } of ofKind('VulnerabilityReport')) {
      const { summary, vulnerabilities } = report as {
        summary: JsonObject;
        vulnerabilities: { severity: string }[];
      };
      for (const severity of ['critical', 'high', 'medium', 'low']) {
        expect(summary[`${severity}Count`]).toBe(
          vulnerabilities.filter(
            found => found.severity === severity.toUpperCase(),
          ).length,
        );
      }
    }
  });

  it('marks every value of a Secret that must never be shown', () => {
    const unmarked = ofKind('Secret').filter(
      ({ data }) =>
        !Object.values(data as Record<string, string>).some(value =>
          Buffer.from(value, 'base64').toString().includes('do-not-show'),
        ),
    );
    expect(unmarked.map(({ metadata }) => metadata.name)).toEqual([]);
  });

  it('holds a token without end for an account that exists', () => {
    const [token] = ofKind('Secret').filter(
      ({ type }) => type === 'kubernetes.io/service-account-token',
    );
    const account =
      token.metadata.annotations?.['kubernetes.io/service-account.name'];
    expect(
      ofKind('ServiceAccount').filter(
        ({ metadata }) =>
          metadata.name === account &&
          metadata.namespace === token.metadata.namespace,
      ),
    ).toHaveLength(1);
  });

  it('routes from its Gateway to a Service that exists', () => {
    const [route] = ofKind('HTTPRoute');
    const [{ backendRefs }] = route.spec?.rules as {
      backendRefs: { name: string }[];
    }[];
    expect(
      ofKind('Service').filter(
        ({ metadata }) =>
          metadata.namespace === route.metadata.namespace &&
          metadata.name === backendRefs[0].name,
      ),
    ).toHaveLength(1);
  });
});
