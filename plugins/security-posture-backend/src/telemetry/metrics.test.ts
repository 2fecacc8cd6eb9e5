import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from './metrics';

const DOCUMENT = join(__dirname, '../../../../docs/metrics.md');

/** The cells of the rows whose first one names a metric. */
function documentedRows(): string[][] {
  return readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `security_posture.'))
    .map(line => line.split('|').map(cell => cell.trim()))
    .filter(cells => cells.length === 7)
    .map(cells => cells.slice(1, -1));
}

it('documents every metric as it is', () => {
  expect(documentedRows()).toEqual(
    Object.values(METRICS).map(metric => [
      `\`${metric.name}\``,
      metric.instrument,
      `\`${metric.unit}\``,
      metric.labels.map(label => `\`${label}\``).join(', '),
      metric.description,
    ]),
  );
});
