/** In the environment, so that it counts on where a script runs itself again. */
const STARTED_AT = 'SECURITY_POSTURE_STARTED_AT';
process.env[STARTED_AT] ??= String(Date.now());

/**
 * Prints a line of progress, with the seconds since the start, on stderr:
 * stdout belongs to what a command answers.
 */
export function say(message) {
  const seconds = Math.round(
    (Date.now() - Number(process.env[STARTED_AT])) / 1000,
  );
  console.error(`[${String(seconds).padStart(3)} s] ${message}`);
}
