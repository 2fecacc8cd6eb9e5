/** A stream that texts are written to; those of a Node process fit. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  /** Characters in a line, where it is a terminal. */
  readonly columns?: number;
};

/** What the command line reads from and writes to; a Node process fits. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}
