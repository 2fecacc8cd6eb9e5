import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inRepository } from '../toolchain/paths.mjs';
import { PORTAL_URL, PORTS } from './addresses.mjs';

const read = file => parse(readFileSync(inRepository(file), 'utf8'));
const { kubernetes, backend } = read('app-config.yaml');
const registered = kubernetes.clusterLocatorMethods[0].clusters;
const { clusters, controlPort } = read('scripts/portal/demoClusters.yaml');

test('the portal is where app-config puts it', () => {
  assert.equal(backend.baseUrl, PORTAL_URL);
  assert.equal(read('app-config.demo.yaml').app.baseUrl, PORTAL_URL);
});

test('every demo cluster is registered with its address and its token', () => {
  for (const { name, port, tokens } of clusters) {
    const found = registered.find(cluster => cluster.name === name);
    assert.equal(found.url, `http://127.0.0.1:${port}`);
    assert.equal(found.serviceAccountToken, tokens[0].token);
  }
});

test('exactly the portal, the demo clusters and their control listen', () => {
  assert.deepEqual(
    PORTS.map(({ port }) => port),
    [backend.listen.port, controlPort, ...clusters.map(({ port }) => port)],
  );
});

test('prod-us is registered and not started', () => {
  const started = clusters.map(({ name }) => name);
  const missing = registered.filter(({ name }) => !started.includes(name));
  assert.deepEqual(
    missing.map(({ name }) => name),
    ['prod-us'],
  );
});
