import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium, isHeadlessShell } from './findChromium.mjs';

test('finds Chromium before Chrome, anywhere on the path', () => {
  const installed = ['/opt/bin/chromium', '/usr/bin/google-chrome'];
  const found = findChromium({
    path: '/usr/bin:/opt/bin',
    isExecutable: path => installed.includes(path),
  });
  assert.equal(found, '/opt/bin/chromium');
});

test('finds the headless shell before a browser with windows', () => {
  const found = findChromium({
    path: '/usr/bin',
    isExecutable: path => path.startsWith('/usr/bin/'),
  });
  assert.equal(found, '/usr/bin/chromium-headless-shell');
  assert.equal(isHeadlessShell(found), true);
  assert.equal(isHeadlessShell('/usr/bin/chromium'), false);
});

test('finds nothing where nothing is installed', () => {
  const found = findChromium({ path: '/usr/bin', isExecutable: () => false });
  assert.equal(found, undefined);
});
