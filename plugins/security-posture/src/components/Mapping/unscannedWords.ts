import { joinWords } from '../../model/joinWords';
import { MappedClusters } from '../../model/scannedClusters';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** "prod-us was never scanned."; undefined where every cluster was. */
export function unscannedWords(
  { unscanned }: Pick<MappedClusters, 'unscanned'>,
  t: PostureTranslate,
): string | undefined {
  if (unscanned.length === 0) return undefined;
  return t('shared.unscanned', {
    count: unscanned.length,
    clusters: joinWords(unscanned, t('shared.locale')),
  });
}
