import {
  allControls,
  Control,
  describeControl,
  findControl,
} from 'security-posture-engine';
import { EXIT, ExitCode } from '../exitCodes';
import { Io } from '../Io';
import { controlPage } from '../pages/controlPage';
import { controlListToText } from '../report/controlListToText';
import { terminalOf } from '../report/Terminal';
import { writeTexts } from '../writeTexts';

/** How the library is printed. */
export const LIST_FORMATS = ['table', 'json'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** `posture controls`: prints the library, or the page of the control of an id that it has. */
export async function listControls(
  id: string | undefined,
  { format }: { readonly format: ListFormat },
  io: Io,
): Promise<ExitCode> {
  const control = id === undefined ? undefined : findControl(id);
  const text =
    format === 'json'
      ? controlsToJson(control ? [control] : allControls())
      : controlsToPage(control, io);
  await writeTexts(io.stdout, [text]);
  return EXIT.clean;
}

function controlsToJson(controls: readonly Control[]): string {
  return `${JSON.stringify(
    { controls: controls.map(describeControl) },
    null,
    2,
  )}\n`;
}

function controlsToPage(control: Control | undefined, io: Io): string {
  return control
    ? controlPage(control)
    : controlListToText(
        allControls().map(describeControl),
        terminalOf(io.stdout, io.env),
      );
}
