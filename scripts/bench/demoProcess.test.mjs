import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTypeScript } from '../generate/loadTypeScript.mjs';

const { startDemoProcess } = loadTypeScript('scripts/bench/demoProcess.ts');

test('one benchmark runs the clusters of two sizes side by side', async () => {
  const started = await Promise.allSettled(
    [1, 2].map(seed => startDemoProcess({ size: 'S', seed })),
  );
  const demos = started.flatMap(({ value }) => value ?? []);
  try {
    assert.equal(demos.length, 2);
    const urls = demos.flatMap(({ clusters }) => clusters.map(c => c.url));
    assert.equal(new Set(urls).size, urls.length);
    for (const url of urls) {
      const response = await fetch(`${url}/version`);
      assert.equal(response.status, 200);
    }
  } finally {
    await Promise.all(demos.map(demo => demo.stop()));
  }
});
