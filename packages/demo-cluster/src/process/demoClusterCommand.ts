/** A program and its first arguments, as `child_process.spawn` takes them. */
export interface DemoClusterCommand {
  command: string;
  args: string[];
}

/**
 * How to start demo clusters in a process of their own, with the running Node
 * and without a build. Add flags to the arguments:
 *
 * ```ts
 * const { command, args } = demoClusterCommand();
 * spawn(command, [...args, '--size', 'M', '--base-port', '17001']);
 * ```
 *
 * The process prints one line of JSON once every cluster listens:
 * `{ ready, clusters: [{ name, url, objects }], control?, milliseconds }`.
 */
export function demoClusterCommand(): DemoClusterCommand {
  return {
    command: process.execPath,
    args: [require.resolve('../../bin/demo-clusters.mjs')],
  };
}
