import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  Metric,
  ThresholdConfig,
} from '@red-hat-developer-hub/backstage-plugin-scorecard-common';
import type { MetricProvider } from '@red-hat-developer-hub/backstage-plugin-scorecard-node';
import { PostureLoader } from './PostureLoader';
import { DATASOURCE, PostureMetric } from './postureMetrics';

/** One metric of every component. Where it is not known, the Scorecard shows why in place of a number. */
export class PostureMetricProvider implements MetricProvider<'number'> {
  constructor(
    private readonly definition: PostureMetric,
    private readonly loader: PostureLoader,
  ) {}

  getProviderDatasourceId(): string {
    return DATASOURCE;
  }

  getProviderId(): string {
    return this.definition.metric.id;
  }

  getMetricType(): 'number' {
    return 'number';
  }

  getMetric(): Metric<'number'> {
    return this.definition.metric;
  }

  getMetricThresholds(): ThresholdConfig {
    return this.definition.thresholds;
  }

  getCatalogFilter(): Record<string, string> {
    return { kind: 'component' };
  }

  async calculateMetric(entity: Entity): Promise<number> {
    const posture = await this.loader.load(stringifyEntityRef(entity));
    return this.definition.valueOf(posture);
  }

  getMetricIds(): string[] {
    return [this.definition.metric.id];
  }

  getMetrics(): Metric<'number'>[] {
    return [this.definition.metric];
  }

  /** Is asked in place of `calculateMetric`, each failure of which the Scorecard logs: a catalog has many entities without workloads. */
  async calculateMetrics(entity: Entity): Promise<Map<string, number>> {
    const value = await this.calculateMetric(entity);
    return new Map([[this.definition.metric.id, value]]);
  }
}
