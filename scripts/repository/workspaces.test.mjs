import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inRepository } from '../toolchain/paths.mjs';
import { workspaceFolders } from '../toolchain/workspaces.mjs';

const folders = workspaceFolders();

test('the repository has its workspaces', () => {
  assert.ok(folders.includes('packages/posture-engine'));
  assert.ok(folders.includes('plugins/security-posture-backend'));
});

for (const folder of folders) {
  test(`${folder} has a role and is neither skipped by the test runner nor by lint`, () => {
    const { backstage, scripts, license } = JSON.parse(
      readFileSync(inRepository(folder, 'package.json'), 'utf8'),
    );
    assert.match(backstage?.role ?? '', /^[a-z-]+$/);
    assert.match(scripts?.test ?? '', /backstage-cli package test/);
    assert.match(scripts?.lint ?? '', /backstage-cli package lint/);
    assert.equal(license, 'Apache-2.0');
  });
}
