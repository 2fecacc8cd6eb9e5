import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  DEFAULT_READINESS_THRESHOLDS,
  DEFAULT_SETTINGS,
} from 'security-posture-engine';
import { Config } from '../config';
import { readSettings } from './readSettings';

type Complete<T> = T extends readonly unknown[]
  ? T
  : T extends object
  ? { readonly [Key in keyof T]-?: Complete<NonNullable<T[Key]>> }
  : T;

type Section = NonNullable<Config['securityPosture']>;
type Durations = {
  readonly sweeps: { readonly timeout: { readonly minutes: number } };
  readonly readiness: { readonly freshness: { readonly hours: number } };
};

/** Every key of the schema with a value that is not its default: a key that is missing here does not compile. */
const EVERY_KEY: Complete<
  Omit<Section, 'sweeps' | 'readiness'> & {
    readonly sweeps: Omit<NonNullable<Section['sweeps']>, 'timeout'>;
    readonly readiness: Omit<NonNullable<Section['readiness']>, 'freshness'>;
  }
> &
  Durations = {
  clusters: {
    authProviders: ['own'],
    production: ['prod-eu'],
    probe: ['staging'],
    reader: 'files',
  },
  sweeps: { everyHours: 12, maxConcurrent: 5, timeout: { minutes: 40 } },
  collect: {
    configMaps: true,
    secretMetadata: true,
    kubescapeReports: true,
  },
  profiles: { workload: 'strict', cluster: 'hosted' },
  readiness: { policy: 'strict', coverage: 75, freshness: { hours: 48 } },
  retention: { detailDays: 30, scoreDays: 120 },
  exemptions: {
    approvers: ['group:default/security'],
    maxDaysGrave: 30,
    maxDays: 180,
    approveAnnotations: true,
  },
  notifications: {
    enabled: false,
    clusterRecipients: ['group:default/platform'],
    digestDay: 5,
  },
  data: {
    supportDates: '/etc/posture/supportDates.json',
    knownCves: 'https://mirror.example.com/knownCves.json',
    agents: 'agents.json',
    providers: 'providers.json',
    toolIds: 'toolIds.json',
    cisIds: 'cisIds.json',
    safeSysctls: 'safeSysctls.json',
    capabilities: 'capabilities.json',
    runtimeSockets: 'runtimeSockets.json',
    builtInBindings: 'builtInBindings.json',
  },
  controls: {
    trustedRegistries: ['.example.com'],
    requireCpuLimit: true,
    requireRunAsGroup: true,
    allowHostPathVolumes: true,
    systemNamespaces: ['kube-system', 'platform'],
    imageReportDays: 3,
    secretMaxAgeDays: 90,
    vulnerabilityGraceDays: 14,
  },
};

function read(securityPosture?: object) {
  return readSettings(
    new ConfigReader({ securityPosture: securityPosture as JsonObject }),
  );
}

describe('readSettings', () => {
  it('needs no configuration at all', () => {
    expect(readSettings(new ConfigReader({}))).toEqual({
      productionClusters: [],
      everyHours: 6,
      maxConcurrentSweeps: 2,
      sweepTimeout: { minutes: 15 },
      optIn: [],
      probedClusters: [],
      readiness: DEFAULT_READINESS_THRESHOLDS,
      engine: DEFAULT_SETTINGS,
      tableSources: {},
      retention: { detailDays: 90, scoreDays: 400 },
      exemptions: {
        approvers: [],
        maxDaysGrave: 90,
        maxDays: 365,
        approveAnnotations: false,
      },
      notifications: { enabled: true, clusterRecipients: [], digestDay: 1 },
    });
  });

  it('reads every key', () => {
    expect(read(EVERY_KEY)).toEqual({
      productionClusters: ['prod-eu'],
      everyHours: 12,
      maxConcurrentSweeps: 5,
      sweepTimeout: { minutes: 40 },
      optIn: ['configMaps', 'secretMetadata', 'kubescapeReports'],
      probedClusters: ['staging'],
      readiness: { coverage: 0.75, freshness: 48 * 60 * 60 * 1000 },
      engine: {
        trustedRegistries: ['.example.com'],
        requireCpuLimit: true,
        requireRunAsGroup: true,
        allowHostPathVolumes: true,
        systemNamespaces: ['kube-system', 'platform'],
        imageReportDays: 3,
        secretMaxAgeDays: 90,
        vulnerabilityGraceDays: 14,
      },
      tableSources: EVERY_KEY.data,
      retention: EVERY_KEY.retention,
      exemptions: EVERY_KEY.exemptions,
      notifications: EVERY_KEY.notifications,
    });
  });

  it.each<[string, object]>([
    ['clusters.production', { clusters: { production: 'prod' } }],
    ['data.supportDates', { data: { supportDates: 'http://example.com/a' } }],
    ['data.weather', { data: { weather: '/a.json' } }],
    ['exemptions.approvers', { exemptions: { approvers: ['security'] } }],
    ['exemptions.approvers', { exemptions: { approvers: 'group:default/a' } }],
    ['exemptions.maxDays', { exemptions: { maxDays: 0 } }],
    ['exemptions.maxDaysGrave', { exemptions: { maxDaysGrave: 1.5 } }],
    [
      'exemptions.approveAnnotations',
      { exemptions: { approveAnnotations: 'low' } },
    ],
    ['notifications.digestDay', { notifications: { digestDay: 8 } }],
    [
      'notifications.clusterRecipients',
      { notifications: { clusterRecipients: ['platform'] } },
    ],
    ['retention.detailDays', { retention: { detailDays: 0 } }],
    ['retention.scoreDays', { retention: { scoreDays: 1.5 } }],
    ['retention.scoreDays', { retention: { scoreDays: 60 } }],
    ['sweeps.everyHours', { sweeps: { everyHours: 5 } }],
    ['sweeps.everyHours', { sweeps: { everyHours: 0 } }],
    ['sweeps.everyHours', { sweeps: { everyHours: 48 } }],
    ['sweeps.everyHours', { sweeps: { everyHours: 1.5 } }],
    ['sweeps.everyHours', { sweeps: { everyHours: 'daily' } }],
    ['sweeps.maxConcurrent', { sweeps: { maxConcurrent: 0 } }],
    ['sweeps.maxConcurrent', { sweeps: { maxConcurrent: 1.5 } }],
    ['sweeps.timeout', { sweeps: { timeout: { fortnights: 1 } } }],
    ['sweeps.timeout', { sweeps: { timeout: { minutes: 0 } } }],
    ['sweeps.timeout', { sweeps: { timeout: { minutes: -1 } } }],
    ['sweeps.timeout', { sweeps: { timeout: 'soon' } }],
    ['collect.configMaps', { collect: { configMaps: 'sometimes' } }],
    ['readiness.coverage', { readiness: { coverage: 101 } }],
    ['readiness.coverage', { readiness: { coverage: -1 } }],
    ['readiness.coverage', { readiness: { coverage: 'most' } }],
    ['readiness.freshness', { readiness: { freshness: { hours: 0 } } }],
    ['controls.trustedRegistries', { controls: { trustedRegistries: [7] } }],
    ['controls.requireCpuLimit', { controls: { requireCpuLimit: 'no way' } }],
    ['controls.requireRunAsGroup', { controls: { requireRunAsGroup: {} } }],
    [
      'controls.allowHostPathVolumes',
      { controls: { allowHostPathVolumes: 7 } },
    ],
    ['controls.imageReportDays', { controls: { imageReportDays: 0 } }],
    [
      'controls.vulnerabilityGraceDays',
      { controls: { vulnerabilityGraceDays: 'never' } },
    ],
    ['controls.systemNamespaces', { controls: { systemNamespaces: 'all' } }],
    ['controls.secretMaxAgeDays', { controls: { secretMaxAgeDays: 0 } }],
  ])('names the key %s of %j', (key, section) => {
    expect(() => read(section)).toThrow(`securityPosture.${key}`);
  });
});
