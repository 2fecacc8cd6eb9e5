import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPlatform } from './supportedNode.mjs';

const machine = { version: 'v24.1.0', platform: 'linux', architecture: 'x64' };

for (const version of ['v20.0.0', 'v22.3.0', 'v24.21.0', 'v25.0.0']) {
  test(`accepts Node ${version}`, () => {
    checkPlatform({ ...machine, version });
  });
}

const refused = [
  [{ version: 'v18.20.1' }, /needs Node 20 or newer, and this is Node v18/],
  [{ platform: 'win32' }, /needs Linux or macOS .* this is win32/],
  [{ architecture: 'ia32' }, /x64 or arm64, and this is linux on ia32/],
];

for (const [difference, message] of refused) {
  test(`refuses ${JSON.stringify(difference)}`, () => {
    assert.throws(() => checkPlatform({ ...machine, ...difference }), {
      name: 'Failure',
      message,
    });
  });
}
