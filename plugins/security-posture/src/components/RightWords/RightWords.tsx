import type { AccountRightView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityBadge } from '../SeverityBadge';
import styles from './RightWords.module.css';
import { rightNamesWords, rightPlaceWords, rightWords } from './rightWords';

/** One right of a service account: how grave it is, what it allows, where, and who gives it. */
export function RightWords({ right }: { right: AccountRightView }) {
  const { t } = usePostureTranslation();
  const names = rightNamesWords(right, t);
  const { role, binding } = right;
  return (
    <span className={styles.right}>
      {right.severity && <SeverityBadge severity={right.severity} />}
      <span>
        <code className={styles.words}>{rightWords(right, t)}</code>
        <span className={styles.aside}>
          {names && <>{names}, </>}
          {rightPlaceWords(right, t)},{' '}
          {t('entity.right.from', {
            role: `${role.kind} ${role.name}`,
            binding: `${binding.kind} ${binding.name}`,
          })}
        </span>
      </span>
    </span>
  );
}
