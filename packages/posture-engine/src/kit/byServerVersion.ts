import { Judgement } from '../model/finding';
import { parseVersion, Version } from '../read/version';
import { notEvaluated } from './judgements';

/**
 * Judges by the version that the API server reports.
 * Manifests have none, and one that is no version of Kubernetes 1.x cannot be judged.
 */
export function byServerVersion(
  serverVersion: string | undefined,
  judge: (version: Version) => Judgement,
): Judgement {
  if (serverVersion === undefined)
    return notEvaluated('partial', 'no API server told its version');
  const version = parseVersion(serverVersion);
  return version && version.numbers[0] === 1
    ? judge(version)
    : notEvaluated('unsupportedVersion');
}
