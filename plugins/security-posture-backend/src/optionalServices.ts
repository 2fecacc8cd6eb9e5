import {
  createServiceFactory,
  createServiceRef,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import {
  ActionsRegistryService,
  actionsRegistryServiceRef,
  MetricsService,
  metricsServiceRef,
  tracingServiceRef,
  TracingServiceSpanOptions,
} from '@backstage/backend-plugin-api/alpha';

const silentInstrument = {
  add() {},
  record() {},
  addCallback() {},
  removeCallback() {},
};

const silentMetrics: MetricsService = {
  createCounter: () => silentInstrument,
  createUpDownCounter: () => silentInstrument,
  createHistogram: () => silentInstrument,
  createGauge: () => silentInstrument,
  createObservableCounter: () => silentInstrument,
  createObservableUpDownCounter: () => silentInstrument,
  createObservableGauge: () => silentInstrument,
};

/** What of tracing the plugin uses: work in a span. */
export interface Tracer {
  startActiveSpan<T>(
    name: string,
    options: TracingServiceSpanOptions,
    work: () => Promise<T>,
  ): Promise<T>;
}

/** Backstage's registry of actions. */
export const optionalActionsRegistry = optional<ActionsRegistryService>(
  actionsRegistryServiceRef,
  { register() {} },
);

/** Backstage's metrics. */
export const optionalMetrics = optional<MetricsService>(
  metricsServiceRef,
  silentMetrics,
);

/** Backstage's traces. */
export const optionalTracing = optional<Tracer>(tracingServiceRef, {
  startActiveSpan: (_name, _options, work) => work(),
});

/** A service that is in alpha: a backend that lacks it gets one that does nothing, and starts. */
function optional<Service extends object>(
  { id }: ServiceRef<Service, 'plugin', 'singleton'>,
  absent: Service,
): ServiceRef<Service, 'plugin', 'singleton'> {
  return createServiceRef<Service>({
    id,
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({ service, deps: {}, factory: () => absent }),
  });
}
