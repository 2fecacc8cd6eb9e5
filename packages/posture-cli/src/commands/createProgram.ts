import { Command, Option } from 'commander';
import {
  DEFAULT_KUBERNETES_VERSION,
  formatKubernetesVersion,
  FrameworkId,
  FRAMEWORKS,
  OUTCOMES,
  SCOPES,
} from 'security-posture-engine';
import { version } from '../../package.json';
import { ExitCode } from '../exitCodes';
import { Io } from '../Io';
import { gate } from './gate';
import { GateOptions } from './GateOptions';
import { listControls, LIST_FORMATS, ListFormat } from './listControls';
import {
  controlIds,
  kubernetesVersion,
  listOf,
  oneOf,
  seconds,
} from './optionParsers';
import { scan } from './scan';
import {
  DEFAULT_OUTCOMES,
  FAIL_LEVELS,
  FORMATS,
  ScanOptions,
} from './ScanOptions';

const FRAMEWORK_IDS = Object.keys(FRAMEWORKS) as FrameworkId[];

/** The commands and their options. `onEnd` gets the exit code of the command that ran. */
export function createProgram(
  io: Io,
  onEnd: (exitCode: ExitCode) => void,
): Command {
  const program = new Command('posture')
    .description(
      'Judges Kubernetes manifests by the controls of Security Posture.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .exitOverride()
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
    });
  addScan(program, async (paths, options) =>
    onEnd(await scan(paths, options, io)),
  );
  addGate(program, async (paths, options) =>
    onEnd(await gate(paths, options, io)),
  );
  addControls(program, async (id, options) =>
    onEnd(await listControls(id, options, io)),
  );
  return program;
}

function addScan(
  program: Command,
  action: (paths: string[], options: ScanOptions) => Promise<void>,
): void {
  program
    .command('scan')
    .description('judge manifests; all that is given is taken for one cluster')
    .argument(
      '<path...>',
      'files, folders (all .yaml, .yml and .json files below them), or - for the standard input',
    )
    .addOption(versionOption())
    .option(
      '--framework <id>',
      `only controls that answer a framework: ${FRAMEWORK_IDS.join(', ')}`,
      oneOf('framework', FRAMEWORK_IDS),
    )
    .option(
      '--controls <ids>',
      'only these controls, with commas between',
      listOf('control', controlIds()),
    )
    .option(
      '--scope <scope>',
      `what to judge: ${SCOPES.join(
        ', ',
      )} (default: workload, or what the named controls judge)`,
      oneOf('scope', SCOPES),
    )
    .option(
      '--outcomes <outcomes>',
      `outcomes to list: ${OUTCOMES.join(
        ', ',
      )} (default: ${DEFAULT_OUTCOMES.join(',')})`,
      listOf('outcome', OUTCOMES),
    )
    .option(
      '--format <format>',
      FORMATS.join(', '),
      oneOf('format', FORMATS),
      'table',
    )
    .option('--output <file>', 'write the report to a file')
    .option(
      '--fail-on <severity>',
      `exit with 1 if a control of this severity or a graver one fails: ${FAIL_LEVELS.join(
        ', ',
      )}`,
      oneOf('severity', FAIL_LEVELS),
      'none',
    )
    .action(action);
}

function versionOption(): Option {
  return new Option('--kubernetes-version <version>', 'version to judge by')
    .argParser(kubernetesVersion)
    .default(
      DEFAULT_KUBERNETES_VERSION,
      formatKubernetesVersion(DEFAULT_KUBERNETES_VERSION),
    );
}

function addGate(
  program: Command,
  action: (paths: string[], options: GateOptions) => Promise<void>,
): void {
  program
    .command('gate')
    .description(
      'judge rendered manifests, and fail where they bring failures that the live entity does not have',
    )
    .argument('<path...>', 'as of posture scan')
    .requiredOption('--entity <ref>', 'the live entity: component:default/cart')
    .requiredOption('--portal <url>', 'address of the portal')
    .requiredOption(
      '--token-env <name>',
      'name of the environment variable that holds the token for the portal',
    )
    .option('--timeout <seconds>', 'for each answer of the portal', seconds, 30)
    .addOption(versionOption())
    .option(
      '--controls <ids>',
      'only these controls, with commas between',
      listOf('control', controlIds()),
    )
    .option(
      '--format <format>',
      FORMATS.join(', '),
      oneOf('format', FORMATS),
      'table',
    )
    .option('--output <file>', 'write the report to a file')
    .option(
      '--fail-on <severity>',
      `block on new failures of this severity or a graver one: ${FAIL_LEVELS.join(
        ', ',
      )}`,
      oneOf('severity', FAIL_LEVELS),
      'low',
    )
    .action(action);
}

function addControls(
  program: Command,
  action: (
    id: string | undefined,
    options: { readonly format: ListFormat },
  ) => Promise<void>,
): void {
  program
    .command('controls')
    .description('print the control library, or all about one control')
    .argument('[id]', 'id of a control', oneOf('control', controlIds()))
    .option(
      '--format <format>',
      LIST_FORMATS.join(' or '),
      oneOf('format', LIST_FORMATS),
      'table',
    )
    .action(action);
}
