import { allControls, describeControl } from 'security-posture-engine';
import { EXIT, ExitCode } from '../exitCodes';
import { Io } from '../Io';
import { controlListToText, controlToText } from '../report/controlsToText';
import { terminalOf } from '../report/Terminal';
import { writeTexts } from '../writeTexts';
import { Format } from './ScanOptions';

/** `posture controls`: prints the library, or all about the control of an id that it has. */
export async function listControls(
  id: string | undefined,
  { format }: { readonly format: Format },
  io: Io,
): Promise<ExitCode> {
  const controls = allControls()
    .filter(control => id === undefined || control.id === id)
    .map(describeControl);
  const terminal = terminalOf(io.stdout, io.env);
  const text = () =>
    id === undefined
      ? controlListToText(controls, terminal)
      : controlToText(controls[0], terminal);
  await writeTexts(io.stdout, [
    format === 'json' ? `${JSON.stringify({ controls }, null, 2)}\n` : text(),
  ]);
  return EXIT.clean;
}
