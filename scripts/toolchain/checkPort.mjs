import { createServer } from 'node:net';
import { Failure } from './Failure.mjs';

const NO_SUCH_ADDRESS = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** Fails if something listens on a port of this machine already. */
export async function checkPort(port, purpose) {
  for (const host of ['127.0.0.1', '::1']) {
    if (await isTaken(port, host)) {
      throw new Failure(
        `Port ${port} is taken, and ${purpose} needs it: end what listens there and run this again.`,
      );
    }
  }
}

function isTaken(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error => {
      if (error.code === 'EADDRINUSE') {
        resolve(true);
      } else if (NO_SUCH_ADDRESS.includes(error.code)) {
        resolve(false);
      } else {
        reject(error);
      }
    });
    server.listen({ port, host }, () => server.close(() => resolve(false)));
  });
}
