import { PostureTranslate } from '../../translation/usePostureTranslation';

/** The direction of a change in a word, for those who do not see its arrow: "up". */
export function directionWords(by: number, t: PostureTranslate): string {
  if (by === 0) return t('trend.direction.same');
  return t(by > 0 ? 'trend.direction.up' : 'trend.direction.down');
}
