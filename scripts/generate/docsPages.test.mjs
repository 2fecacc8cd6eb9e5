import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docsPages } from './docsPages.mjs';

test('there is a page for each control and framework, and their indexes', () => {
  const pages = docsPages();
  for (const path of [
    'docs/controls/README.md',
    'docs/controls/privileged-container.md',
    'docs/frameworks/README.md',
    'docs/frameworks/cis-editions.md',
    'docs/frameworks/nsa.md',
  ]) {
    assert.match(pages[path], /^# \S.*\n\n[^]*\S\n$/, path);
  }
});
