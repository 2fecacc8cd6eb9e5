const startedAt = Date.now();

/**
 * Prints a line of progress, with the seconds since the start, on stderr:
 * stdout belongs to what a command answers.
 */
export function say(message) {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.error(`[${String(seconds).padStart(3)} s] ${message}`);
}
