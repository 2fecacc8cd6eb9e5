import { Failure } from '../../api';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** Why a step was not taken: what the server said, or that nothing answered. */
export function failureWords(failure: Failure, t: PostureTranslate): string {
  return failure.kind === 'network' || failure.kind === 'backendAbsent'
    ? t(`shared.failure.${failure.kind}Title`)
    : failure.message;
}
