import { JsonObject, Manifest } from '../objects/Manifest';
import { loadLiveCluster } from './loadLiveCluster';

const now = new Date('2026-11-21T12:00:00Z');
const weekMs = 7 * 24 * 60 * 60 * 1000;
const reportKinds = ['VulnerabilityReport', 'ExposedSecretReport'];

let objects: Manifest[];
const ofKind = (...kinds: string[]) =>
  objects.filter(({ kind }) => kinds.includes(kind));

beforeAll(async () => {
  ({ objects } = await loadLiveCluster('prod-eu', now));
});

/** The digests that a container runs, as the pods tell whose names begin with their maker's. */
function runningDigests(namespace: string, maker: string, container: string) {
  return ofKind('Pod')
    .filter(
      ({ metadata }) =>
        metadata.namespace === namespace && metadata.name.startsWith(maker),
    )
    .flatMap(({ status }) =>
      [status?.initContainerStatuses, status?.containerStatuses].flatMap(
        statuses => (statuses ?? []) as { name: string; imageID: string }[],
      ),
    )
    .filter(({ name }) => name === container)
    .map(({ imageID }) => imageID.split('@')[1]);
}

/** `payments/worker`: the namespace and the container that a report is about. */
function nameOf({ metadata }: Manifest): string {
  const container = metadata.labels?.['trivy-operator.container.name'];
  return `${metadata.namespace}/${container}`;
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
  it.each(reportKinds)('has a %s of today of most that runs', kind => {
    const states = ofKind(kind).map(report => [
      nameOf(report),
      stateOf(report),
    ]);
    const others = states.filter(([, state]) => state !== 'of today');
    expect(states.length).toBeGreaterThan(40);
    expect(Object.fromEntries(others)).toEqual(
      kind === 'VulnerabilityReport'
        ? {
            'payments/worker': 'stale',
            'search/search-api': 'stale',
            'storefront/web': 'another digest runs',
          }
        : {
            'payments/worker': 'stale',
            'search/search-api': 'stale',
            'storefront/cart': 'another digest runs',
          },
    );
  });

  it.each(reportKinds)('has no %s of a Windows image alone', kind => {
    const reported = new Set(ofKind(kind).map(nameOf));
    const left = ofKind('Pod').flatMap(({ metadata, spec }) =>
      [spec?.initContainers, spec?.containers]
        .flatMap(containers => (containers ?? []) as { name: string }[])
        .map(({ name }) => `${metadata.namespace}/${name}`)
        .filter(name => !reported.has(name)),
    );
    expect([...new Set(left)]).toEqual(['media/renderer']);
  });

  it('lets its API server ask Kyverno, which answers from two places', () => {
    const [{ webhooks }] = ofKind('ValidatingWebhookConfiguration') as {
      webhooks?: { clientConfig: { service: { name: string } } }[];
    }[];
    const service = ofKind('Service').find(
      ({ metadata }) =>
        metadata.name === webhooks?.[0].clientConfig.service.name,
    );
    const selector = service?.spec?.selector as Record<string, string>;
    const answering = ofKind('Pod').filter(({ metadata }) =>
      Object.entries(selector).every(
        ([key, value]) => metadata.labels?.[key] === value,
      ),
    );
    expect(answering).toHaveLength(2);
  });

  it.each(reportKinds)('counts in a %s what it lists', kind => {
    for (const { report } of ofKind(kind)) {
      const { summary, vulnerabilities, secrets } = report as {
        summary: JsonObject;
        vulnerabilities?: { severity: string }[];
        secrets?: { severity: string }[];
      };
      for (const severity of ['critical', 'high', 'medium', 'low']) {
        expect(summary[`${severity}Count`]).toBe(
          (vulnerabilities ?? secrets)?.filter(
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
