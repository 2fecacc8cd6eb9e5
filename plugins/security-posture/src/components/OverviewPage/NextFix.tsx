import { Link } from '@backstage/ui';
import type { OverviewFix } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SeverityBadge } from '../SeverityBadge';
import { ServiceNames } from './ServiceNames';
import styles from './OverviewFixes.module.css';

/** A fix after the first one, in a line. */
export function NextFix({ fix }: { fix: OverviewFix }) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const { control, title, severity, makesReady, failing } = fix;
  return (
    <div className={styles.next}>
      <SeverityBadge severity={severity} />
      <h3 className={styles.nextTitle}>{title}</h3>
      <p className={styles.second}>
        {makesReady.total > 0
          ? t('overview.fixFirst.makesShort', {
              services: <ServiceNames entities={makesReady} />,
            })
          : t('overview.fixFirst.blocksOnlyShort', {
              services: t('overview.fixFirst.services', {
                count: failing.entities,
              }),
            })}
      </p>
      <p className={styles.change}>
        {makesReady.total > 0 &&
          t('overview.fixFirst.changeShort', {
            from: String(fix.readyBefore),
            to: String(fix.readyAfter),
          })}
      </p>
      <Link
        className={styles.link}
        href={boardLink('controls', { name: control })}
        aria-label={t('overview.fixFirst.seeFixOf', { title })}
      >
        {t('overview.fixFirst.seeFix')}
      </Link>
    </div>
  );
}
