import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium } from './findChromium.mjs';

test('finds Chromium before Chrome, anywhere on the path', () => {
  const installed = ['/opt/bin/chromium', '/usr/bin/google-chrome'];
  const found = findChromium({
    path: '/usr/bin:/opt/bin',
    isExecutable: path => installed.includes(path),
  });
  assert.equal(found, '/opt/bin/chromium');
});

test('finds nothing where nothing is installed', () => {
  const found = findChromium({ path: '/usr/bin', isExecutable: () => false });
  assert.equal(found, undefined);
});
