import { Server } from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * Opens a port; 0 takes any that is free.
 *
 * @returns the port
 * @throws Error that says in one sentence which port is taken.
 */
export function listen(
  server: Server,
  host: string,
  port: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} on ${host} is taken by another program.`)
          : error,
      ),
    );
    server.listen(port, host, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}
