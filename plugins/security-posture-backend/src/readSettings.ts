import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  DEFAULT_READINESS_THRESHOLDS,
  DEFAULT_SETTINGS,
  EngineSettings,
  OptInPart,
  ReadinessThresholds,
} from 'security-posture-engine';
import { readTableSources, TableSources } from './data/readTableSources';
import { ExemptionSettings } from './exemptions/ExemptionSettings';
import { NotificationSettings } from './notify/NotificationSettings';
import { RetentionSettings } from './retention/retentionCuts';

/** The plugin's configuration, with its defaults; the cluster reader reads what concerns it alone. */
export interface PluginSettings {
  readonly productionClusters: readonly string[];
  readonly everyHours: number;
  readonly maxConcurrentSweeps: number;
  readonly sweepTimeout: HumanDuration;
  /** What is read only where it is asked for. */
  readonly optIn: readonly OptInPart[];
  /** Names of clusters that are looked at from outside. */
  readonly probedClusters: readonly string[];
  readonly readiness: ReadinessThresholds;
  readonly engine: EngineSettings;
  /** Data tables that the site brings along. */
  readonly tableSources: TableSources;
  readonly retention: RetentionSettings;
  readonly exemptions: ExemptionSettings;
  readonly notifications: NotificationSettings;
}

const ROOT = 'securityPosture';
const OPT_IN: readonly OptInPart[] = [
  'configMaps',
  'secretMetadata',
  'kubescapeReports',
];

/** Reads and checks the configuration; `policy` stands for the thresholds of readiness that it does not set. Throws an InputError that names the key. */
export function readSettings(
  config: Config,
  policy: ReadinessThresholds = DEFAULT_READINESS_THRESHOLDS,
): PluginSettings {
  return {
    productionClusters:
      config.getOptionalStringArray(`${ROOT}.clusters.production`) ?? [],
    everyHours: divisorOf24(config, `${ROOT}.sweeps.everyHours`, 6),
    maxConcurrentSweeps: positive(config, `${ROOT}.sweeps.maxConcurrent`, 2),
    sweepTimeout: duration(config, `${ROOT}.sweeps.timeout`) ?? { minutes: 15 },
    optIn: OPT_IN.filter(part =>
      config.getOptionalBoolean(`${ROOT}.collect.${part}`),
    ),
    probedClusters:
      config.getOptionalStringArray(`${ROOT}.clusters.probe`) ?? [],
    readiness: readReadiness(config, policy),
    engine: readEngineSettings(config),
    tableSources: readTableSources(config),
    retention: readRetention(config),
    exemptions: readExemptions(config),
    notifications: readNotifications(config),
  };
}

function readReadiness(
  config: Config,
  policy: ReadinessThresholds,
): ReadinessThresholds {
  const key = `${ROOT}.readiness.coverage`;
  const percent = config.getOptionalNumber(key);
  if (percent !== undefined && !(percent >= 0 && percent <= 100)) {
    throw new InputError(`${key} must be between 0 and 100`);
  }
  const freshness = duration(config, `${ROOT}.readiness.freshness`);
  return {
    coverage: percent === undefined ? policy.coverage : percent / 100,
    freshness: freshness ? durationToMilliseconds(freshness) : policy.freshness,
  };
}

function readRetention(config: Config): RetentionSettings {
  const key = `${ROOT}.retention`;
  const detailDays = positive(config, `${key}.detailDays`, 90);
  const scoreDays = positive(config, `${key}.scoreDays`, 400);
  if (scoreDays < detailDays)
    throw new InputError(
      `${key}.scoreDays must not be less than ${key}.detailDays`,
    );
  return { detailDays, scoreDays };
}

function readExemptions(config: Config): ExemptionSettings {
  const key = `${ROOT}.exemptions`;
  return {
    approvers: (config.getOptionalStringArray(`${key}.approvers`) ?? []).map(
      approver => refOf(approver, `${key}.approvers`),
    ),
    maxDaysGrave: positive(config, `${key}.maxDaysGrave`, 90),
    maxDays: positive(config, `${key}.maxDays`, 365),
    approveAnnotations:
      config.getOptionalBoolean(`${key}.approveAnnotations`) ?? false,
  };
}

function readNotifications(config: Config): NotificationSettings {
  const key = `${ROOT}.notifications`;
  const digestDay = positive(config, `${key}.digestDay`, 1);
  if (digestDay > 7)
    throw new InputError(`${key}.digestDay must be between 1 and 7`);
  return {
    enabled: config.getOptionalBoolean(`${key}.enabled`) ?? true,
    clusterRecipients: (
      config.getOptionalStringArray(`${key}.clusterRecipients`) ?? []
    ).map(recipient => refOf(recipient, `${key}.clusterRecipients`)),
    digestDay,
  };
}

/** A full ref as the catalog writes it. */
function refOf(text: string, key: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `${key} must hold full refs such as group:default/security, not ${text}`,
    );
  }
}

function readEngineSettings(config: Config): EngineSettings {
  const trustedRegistries = config.getOptionalStringArray(
    `${ROOT}.controls.trustedRegistries`,
  );
  const flag = (
    name: 'requireCpuLimit' | 'requireRunAsGroup' | 'allowHostPathVolumes',
  ) =>
    config.getOptionalBoolean(`${ROOT}.controls.${name}`) ??
    DEFAULT_SETTINGS[name];
  return {
    ...(trustedRegistries ? { trustedRegistries } : {}),
    requireCpuLimit: flag('requireCpuLimit'),
    requireRunAsGroup: flag('requireRunAsGroup'),
    allowHostPathVolumes: flag('allowHostPathVolumes'),
    imageReportDays: positive(
      config,
      `${ROOT}.controls.imageReportDays`,
      DEFAULT_SETTINGS.imageReportDays,
    ),
    vulnerabilityGraceDays: positive(
      config,
      `${ROOT}.controls.vulnerabilityGraceDays`,
      DEFAULT_SETTINGS.vulnerabilityGraceDays,
    ),
    secretMaxAgeDays: positive(
      config,
      `${ROOT}.controls.secretMaxAgeDays`,
      DEFAULT_SETTINGS.secretMaxAgeDays,
    ),
    systemNamespaces:
      config.getOptionalStringArray(`${ROOT}.controls.systemNamespaces`) ??
      DEFAULT_SETTINGS.systemNamespaces,
  };
}

function divisorOf24(config: Config, key: string, fallback: number): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < 1 || 24 % value !== 0) {
    throw new InputError(`${key} must be one of 1, 2, 3, 4, 6, 8, 12 and 24`);
  }
  return value;
}

function positive(config: Config, key: string, fallback: number): number {
  const value = config.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < 1)
    throw new InputError(`${key} must be a whole number above 0`);
  return value;
}

function duration(config: Config, key: string): HumanDuration | undefined {
  if (!config.has(key)) return undefined;
  const value = readDurationFromConfig(config, { key });
  if (!(durationToMilliseconds(value) > 0))
    throw new InputError(`${key} must be longer than nothing`);
  return value;
}
