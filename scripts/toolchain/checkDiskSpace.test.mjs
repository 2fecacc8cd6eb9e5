import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDiskSpace } from './checkDiskSpace.mjs';

const freeGigabytes = gigabytes => async () => ({
  bavail: gigabytes * 1024,
  bsize: 1024 ** 2,
});

test('passes where there is room', async () => {
  await checkDiskSpace(4, { stat: freeGigabytes(4) });
});

test('says how much is missing', async () => {
  await assert.rejects(checkDiskSpace(4, { stat: freeGigabytes(1.5) }), {
    message: 'This needs 4 GB of free disk space, and there are 1.5 GB.',
  });
});
