import { Failure } from './Failure.mjs';

const CAUSES = [
  {
    pattern: /ENOSPC|no space left/i,
    sentence: what =>
      `The disk filled up while installing ${what}: free some space and run this again.`,
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network|RequestError/i,
    sentence: what =>
      `The package registry could not be reached while installing ${what}: check the network, or the registry and proxy that npm is set to.`,
  },
];

/** What went wrong with an installation, in one sentence, by its output. */
export function failureOfInstall(what, output) {
  const cause = CAUSES.find(({ pattern }) => pattern.test(output));
  if (cause) {
    return new Failure(cause.sentence(what));
  }
  const lastLines = output.trim().split('\n').slice(-15).join('\n');
  return new Failure(`Installing ${what} failed:\n${lastLines}`);
}
