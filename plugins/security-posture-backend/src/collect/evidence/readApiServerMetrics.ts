import {
  ClusterDescription,
  ClusterReader,
  ClusterReadError,
} from 'backstage-plugin-security-posture-node';
import { API_SERVER_METRICS, MetricSample } from 'security-posture-engine';
import { linesOf } from './linesOf';
import { metricNameOf, parseMetricLine } from './parseMetricLine';

const PATH = '/metrics';
const ACCEPT = 'text/plain;version=0.0.4,text/plain;q=0.9';
const MOST_SAMPLES = 10_000;
const KEPT: ReadonlySet<string> = new Set(API_SERVER_METRICS);

/**
 * The samples of API_SERVER_METRICS, picked line by line out of an answer that may be 10 MB long.
 * Comments and lines that are no samples are passed over.
 * Rejects with a ClusterReadError: `tooLarge` above 10,000 samples, `parseError` for an answer that ends in the middle of a line
 * or holds no sample at all.
 */
export async function readApiServerMetrics(
  reader: ClusterReader,
  cluster: ClusterDescription,
  signal: AbortSignal,
): Promise<readonly MetricSample[]> {
  const body = await reader.stream(cluster, PATH, ACCEPT, { signal });
  const samples: MetricSample[] = [];
  let holdsMetrics = false;
  for await (const { text, complete } of linesOf(body)) {
    if (!complete) throw noMetrics('ends in the middle of a line');
    const name = metricNameOf(text);
    if (!name || (holdsMetrics && !KEPT.has(name))) continue;
    const sample = parseMetricLine(text);
    if (!sample) continue;
    holdsMetrics = true;
    if (KEPT.has(name)) samples.push(sample);
    if (samples.length > MOST_SAMPLES) throw tooMany();
  }
  if (!holdsMetrics) throw noMetrics('holds no metrics');
  return samples;
}

function noMetrics(what: string): ClusterReadError {
  return new ClusterReadError(`the answer to ${PATH} ${what}`, {
    reason: 'parseError',
  });
}

function tooMany(): ClusterReadError {
  return new ClusterReadError(
    `the answer to ${PATH} holds more than ${MOST_SAMPLES} samples that are asked for`,
    { reason: 'tooLarge' },
  );
}
