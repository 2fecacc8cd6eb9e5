import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkPort } from './checkPort.mjs';

async function withServer(run) {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(server.address().port, () => server.close());
  } finally {
    server.close();
  }
}

test('names a port that is taken and who needs it', () =>
  withServer(async port => {
    await assert.rejects(checkPort(port, 'the portal'), {
      name: 'Failure',
      message: new RegExp(`^Port ${port} is taken, and the portal needs it`),
    });
  }));

test('passes once the port is free', () =>
  withServer(async (port, close) => {
    close();
    await checkPort(port, 'the portal');
  }));
