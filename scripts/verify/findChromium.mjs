import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** Debian's name of the package and of the program. */
export const HEADLESS_SHELL = 'chromium-headless-shell';

/** The headless shell comes first: it draws no window around a page, which takes half the processor again. */
const NAMES = [
  HEADLESS_SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of an installed Chromium or Chrome, or undefined where there is none. */
export function findChromium({
  path = process.env.PATH ?? '',
  isExecutable = isExecutableFile,
} = {}) {
  const folders = path.split(delimiter).filter(Boolean);
  const candidates = [
    ...NAMES.flatMap(name => folders.map(folder => join(folder, name))),
    ...MAC_PATHS,
  ];
  return candidates.find(isExecutable);
}

/** Whether the installed browser that the tests take is the headless shell. */
export function isHeadlessShell(found = findChromium()) {
  return found !== undefined && basename(found) === HEADLESS_SHELL;
}

function isExecutableFile(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
