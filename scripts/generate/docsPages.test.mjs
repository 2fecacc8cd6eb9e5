import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docsPages } from './docsPages.mjs';
import { formatted } from './formatted.mjs';

const pages = Object.entries(docsPages());

test('there is a page for each control and framework, and two indexes', () => {
  const paths = pages.map(([path]) => path);
  for (const path of [
    'docs/controls/README.md',
    'docs/controls/privileged-container.md',
    'docs/frameworks/README.md',
    'docs/frameworks/nsa.md',
  ]) {
    assert.ok(paths.includes(path), path);
  }
});

// What `posture controls ID` prints is the page itself, so it has to be in form without the formatter.
test('every page is in the form of the formatter', async () => {
  for (const [path, text] of pages) {
    assert.equal(text, await formatted(text, path), path);
  }
});
