import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Tracer } from '../optionalServices';
import { METRICS } from './metrics';
import { observeState } from './observeState';
import { ObservedState } from './ObservedState';

/** Upper bounds of the buckets of sweeps, in seconds; a sweep is given up after 15 minutes. */
const SWEEP_BUCKETS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 900];

/** Parts of the work on a cluster that have spans of their own. */
export type SweepPhase = 'collect' | 'judge' | 'publish' | 'resolve';

/** A sweep that is over. */
export interface EndedSweep {
  readonly cluster: string;
  readonly status: 'complete' | 'partial' | 'failed';
  readonly seconds: number;
  /** Kubernetes objects that it read. */
  readonly objects: number;
}

/** Tells metrics and traces what happens, through Backstage's own services. */
export class Telemetry {
  private readonly duration;
  private readonly objects;
  private readonly requests;

  constructor(
    private readonly metrics: MetricsService,
    private readonly tracing: Tracer,
  ) {
    const { sweepDuration, sweepObjects, clusterRequests } = METRICS;
    this.duration = metrics.createHistogram(sweepDuration.name, {
      ...sweepDuration,
      advice: { explicitBucketBoundaries: SWEEP_BUCKETS },
    });
    this.objects = metrics.createCounter(sweepObjects.name, sweepObjects);
    this.requests = metrics.createCounter(
      clusterRequests.name,
      clusterRequests,
    );
  }

  /** Does the work of a whole sweep, or of a part of one, in a span. */
  inSpan<T>(
    cluster: string,
    phase: SweepPhase | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    const name = ['security_posture.sweep', phase].filter(Boolean).join('.');
    const attributes = { 'security_posture.cluster': cluster };
    return this.tracing.startActiveSpan(name, { attributes }, work);
  }

  sweepEnded({ cluster, status, seconds, objects }: EndedSweep): void {
    this.duration.record(seconds, { cluster, status });
    this.objects.add(objects, { cluster });
  }

  /** Counts a request to a cluster; `status` is absent where there was no answer. */
  clusterAnswered(cluster: string, status?: number): void {
    this.requests.add(1, { cluster, status: String(status ?? 'none') });
  }

  /** From now on, whoever collects metrics is told how things stand. */
  observe(read: () => Promise<ObservedState>): void {
    observeState(this.metrics, read);
  }
}
