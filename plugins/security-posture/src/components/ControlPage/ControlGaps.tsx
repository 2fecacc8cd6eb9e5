import type { ControlStandingDetails } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import styles from './ControlPage.module.css';

type Gaps = NonNullable<ControlStandingDetails['gaps']>;

/** The clusters on which a control could not be judged as a whole, and why. */
export function ControlGaps({ gaps }: { gaps: Gaps }) {
  const { t } = usePostureTranslation();
  return (
    <TabSection title={t('control.gaps.title')}>
      <ul className={styles.list}>
        {gaps.map(({ cluster, title = cluster, reason, since }) => (
          <li key={`${cluster} ${reason}`}>
            <StateMark state="notEvaluated">
              {t('control.gaps.item', {
                cluster: <bdi>{title}</bdi>,
                reason: t(`shared.reason.${reason}`),
                time: <RelativeTime iso={since} />,
              })}
            </StateMark>
          </li>
        ))}
      </ul>
    </TabSection>
  );
}
