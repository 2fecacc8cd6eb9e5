import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { METRICS } from './metrics';
import { ObservedState } from './ObservedState';

/** Offers gauges that read how things stand when metrics are collected. */
export function observeState(
  metrics: MetricsService,
  read: () => Promise<ObservedState>,
): void {
  const offer = (
    definition: (typeof METRICS)[keyof typeof METRICS],
    tell: (
      state: ObservedState,
      result: MetricsServiceObservableResult,
    ) => void,
  ) =>
    metrics
      .createObservableGauge(definition.name, definition)
      .addCallback(async result => tell(await read(), result));
  offer(METRICS.findings, ({ findings }, result) => {
    for (const [cluster, counts] of findings)
      for (const [severity, count] of Object.entries(counts))
        result.observe(count, { cluster, severity });
  });
  offer(METRICS.entities, ({ entities }, result) => {
    for (const [readiness, count] of Object.entries(entities))
      result.observe(count, { readiness });
  });
  offer(METRICS.queueAge, ({ queueSeconds }, result) =>
    result.observe(queueSeconds),
  );
}
