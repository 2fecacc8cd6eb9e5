import { Link } from '@backstage/ui';
import type { ControlStanding } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ControlsPage.module.css';

/** What a control asks for, as a link to its page, and what it is about. */
export function ControlName({ standing }: { standing: ControlStanding }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const { id, title, category, scope } = standing;
  return (
    <span className={styles.lines}>
      <Link className={styles.link} href={link('controls', { name: id })}>
        {title}
      </Link>
      <span className={styles.second}>
        {t('controls.table.about', {
          category: t(`findings.category.${category}`),
          scope: t(`controls.scope.${scope}`),
        })}
      </span>
    </span>
  );
}
