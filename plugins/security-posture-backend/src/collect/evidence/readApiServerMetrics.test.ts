import { ClusterReader } from 'backstage-plugin-security-posture-node';
import { failureOf } from '../__testUtils__/failureOf';
import { CLUSTER, fakeClusterReader } from '../__testUtils__/fakeClusterReader';
import { readApiServerMetrics } from './readApiServerMetrics';

function read(lines: Iterable<string>) {
  const reader: ClusterReader = {
    ...fakeClusterReader({}),
    stream: async () =>
      (async function* chunks() {
        for (const line of lines) yield Buffer.from(line);
      })(),
  };
  const { signal } = new AbortController();
  return readApiServerMetrics(reader, CLUSTER, signal);
}

function* many(count: number) {
  for (let index = 0; index < count; index += 1)
    yield `kubernetes_feature_enabled{name="F${index}"} 1\n`;
}

describe('readApiServerMetrics', () => {
  it('reads up to 10,000 samples', async () => {
    expect(await read(many(10_000))).toHaveLength(10_000);
  });

  it.each([
    ['more than that', many(10_001), 'tooLarge'],
    ['a page', ['<html>\n', '<p>Sign in</p>\n'], 'parseError'],
    ['nothing', [], 'parseError'],
    ['half a line', ['a_total 1\n', 'kubernetes_fea'], 'parseError'],
  ])('fails where the answer is %s', async (_, lines, reason) => {
    expect(await failureOf(read(lines))).toEqual({ reason });
  });

  it('keeps nothing of metrics that no rule asks for', async () => {
    expect(await read(['process_start_time_seconds 1\n'])).toEqual([]);
  });
});
