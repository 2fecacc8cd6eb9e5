import { readArguments } from './arguments';
import { benchEngine } from './benchEngine';
import { benchSweep } from './benchSweep';
import { startDemoProcess } from './demoProcess';
import { startKubernetesHost } from './kubernetesHost';
import { describeMachine } from './machine';

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const demo = await startDemoProcess(options);
  const host = await startKubernetesHost(demo);
  try {
    const figures = {
      size: options.size,
      seed: options.seed,
      machine: describeMachine(),
      ...(await benchSweep(host)),
      ...(await benchEngine(host)),
    };
    process.stdout.write(
      options.json ? `${JSON.stringify(figures)}\n` : tableOf(figures),
    );
  } finally {
    await host.stop();
    await demo.stop();
  }
}

function tableOf(figures: Readonly<Record<string, unknown>>): string {
  return Object.entries(figures)
    .map(
      ([name, value]) =>
        `${name.padEnd(24)} ${
          typeof value === 'object' ? JSON.stringify(value) : value
        }\n`,
    )
    .join('');
}

main()
  .catch(error => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  })
  // Connections that are kept alive would hold the process.
  .finally(() => process.exit());
