import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** A port before a database, which can be shut: connections break, and new ones are refused. */
export class DatabaseDoor {
  /** Opens a door before the database of this URL. */
  static async open(url: string): Promise<DatabaseDoor> {
    const door = new DatabaseDoor(new URL(url));
    await door.reopen();
    return door;
  }

  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly target: URL) {}

  /** The database through this door. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.toString();
  }

  async reopen(): Promise<void> {
    this.server = createServer(inside => this.join(inside));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async shut(): Promise<void> {
    const closed = once(this.server!, 'close');
    this.server!.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(inside: Socket): void {
    const outside = connect(Number(this.target.port), this.target.hostname);
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ]) {
      this.sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}
