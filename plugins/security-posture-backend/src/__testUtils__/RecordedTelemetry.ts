import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  MetricData,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  ReadableSpan,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

/** The SDK of OpenTelemetry as a portal sets it up, with exporters that keep everything. To be started before the backend. */
export class RecordedTelemetry {
  private readonly spanExporter = new InMemorySpanExporter();
  private readonly metricExporter = new InMemoryMetricExporter(
    AggregationTemporality.CUMULATIVE,
  );
  private readonly reader = new PeriodicExportingMetricReader({
    exporter: this.metricExporter,
  });

  constructor() {
    metrics.setGlobalMeterProvider(
      new MeterProvider({ readers: [this.reader] }),
    );
    context.setGlobalContextManager(new AsyncLocalStorageContextManager());
    trace.setGlobalTracerProvider(
      new TracerProvider({
        spanProcessors: [
          new SimpleSpanProcessor({ exporter: this.spanExporter }),
        ],
      }),
    );
  }

  /** Our metrics as they are now, by name. */
  async metrics(): Promise<ReadonlyMap<string, MetricData>> {
    this.metricExporter.reset();
    await this.reader.forceFlush();
    const ours = this.metricExporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap(scopeMetric => scopeMetric.metrics)
      .filter(({ descriptor }) => isOurs(descriptor));
    return new Map(ours.map(metric => [metric.descriptor.name, metric]));
  }

  /** Our spans that have ended. */
  spans(): readonly ReadableSpan[] {
    return this.spanExporter.getFinishedSpans().filter(isOurs);
  }

  async stop(): Promise<void> {
    metrics.disable();
    trace.disable();
    context.disable();
    await this.reader.shutdown();
  }
}

/** Backstage's own services have theirs. */
function isOurs({ name }: { readonly name: string }): boolean {
  return name.startsWith('security_posture.');
}
