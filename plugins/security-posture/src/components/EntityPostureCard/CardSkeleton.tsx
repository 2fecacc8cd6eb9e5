import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CardFrame } from './CardFrame';
import styles from './EntityPostureCard.module.css';

/** The card before the first answer, as high as one with a posture. */
export function CardSkeleton() {
  const { t } = usePostureTranslation();
  return (
    <CardFrame>
      <VisuallyHidden role="status">{t('card.loading')}</VisuallyHidden>
      <div className={styles.parts} aria-hidden="true">
        <Skeleton width="72%" height={20} />
        <Skeleton width="42%" height={44} />
        <Skeleton width="100%" height={8} />
        <Skeleton width="81%" height={18} />
        <Skeleton width="100%" height={64} />
        <Skeleton width="58%" height={20} />
      </div>
    </CardFrame>
  );
}
