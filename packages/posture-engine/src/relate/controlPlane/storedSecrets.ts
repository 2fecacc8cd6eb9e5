import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext } from '../../model/control';
import { MetricSample } from '../../model/evidence';
import { memoByList } from '../memo';

const METRIC = 'apiserver_storage_transformation_operations_total';
const ENCRYPTED = 'k8s:enc:';

/** How the API server stores Secrets, by what it has counted since it started. */
export interface StoredSecrets {
  /** The prefixes with which Secrets were written encrypted: `k8s:enc:kms:v2:vault:`. */
  readonly writtenWith: readonly string[];
  /** True where Secrets were written in plain text. */
  readonly writesPlain: boolean;
  /** True where Secrets were read that lie in plain text. */
  readonly readsPlain: boolean;
}

const byMetrics = memoByList(
  (samples: readonly MetricSample[]): StoredSecrets => {
    const prefixes = (type: string) =>
      samples
        .filter(sample => isCountOfSecrets(sample, type))
        .map(({ labels }) => labels.transformer_prefix ?? '');
    const written = prefixes('to_storage');
    return {
      writtenWith: written.filter(prefix => prefix.startsWith(ENCRYPTED)),
      writesPlain: written.some(isPlain),
      readsPlain: prefixes('from_storage').some(isPlain),
    };
  },
);

/** How Secrets are stored, by the metrics of the API server; nothing is known where those were not read. */
export function storedSecrets({
  inventory,
}: ControlContext<'apiServerMetrics'>): StoredSecrets {
  return byMetrics(unlessMissing(() => inventory.apiServerMetrics) ?? []);
}

function isCountOfSecrets(
  { name, labels, value }: MetricSample,
  type: string,
): boolean {
  return (
    name === METRIC &&
    labels.resource === 'secrets' &&
    labels.transformation_type === type &&
    value > 0
  );
}

function isPlain(prefix: string): boolean {
  return prefix === '' || prefix === 'identity';
}
