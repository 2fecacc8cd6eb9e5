import { ButtonLink } from '@backstage/ui';
import type { OverviewFix } from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { SeverityBadge } from '../SeverityBadge';
import { ServiceNames } from './ServiceNames';
import styles from './OverviewFixes.module.css';

/** Props of {@link FirstFix}. */
export interface FirstFixProps {
  fix: OverviewFix;
  /** Services over all. */
  total: number;
  /** Ref of the group that the page is of. */
  owner?: string;
}

/** The one fix that makes most services ready, with what it changes and where to begin. */
export function FirstFix({ fix, total, owner }: FirstFixProps) {
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const { control, title, severity, failing } = fix;
  return (
    <div className={styles.first}>
      <SeverityBadge severity={severity} />
      <div className={styles.words}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.effect}>
          <Effect fix={fix} total={total} />{' '}
          <span className={styles.second}>{failsInWords(failing, t)}</span>
        </p>
      </div>
      <div className={styles.actions}>
        <ButtonLink
          size="small"
          variant="primary"
          href={boardLink('controls', { name: control })}
          aria-label={t('overview.fixFirst.seeFixOf', { title })}
        >
          {t('overview.fixFirst.seeFix')}
        </ButtonLink>
        <ButtonLink
          size="small"
          variant="secondary"
          href={boardLink('services', {
            query: {
              control,
              readiness: 'notReady',
              ...(owner ? { owner } : {}),
            },
          })}
        >
          {t('overview.fixFirst.open', { count: failing.entities })}
        </ButtonLink>
      </div>
    </div>
  );
}

function Effect({ fix, total }: { fix: OverviewFix; total: number }) {
  const { t } = usePostureTranslation();
  const { makesReady, readyBefore, readyAfter, failing } = fix;
  if (makesReady.total === 0)
    return (
      <>
        {t('overview.fixFirst.blocksOnly', {
          services: t('overview.fixFirst.services', {
            count: failing.entities,
          }),
        })}
      </>
    );
  return (
    <>
      {t('overview.fixFirst.makes', {
        services: <ServiceNames entities={makesReady} />,
        change: (
          <strong>
            {t('overview.fixFirst.change', {
              count: total,
              from: String(readyBefore),
              to: String(readyAfter),
            })}
          </strong>
        ),
      })}
    </>
  );
}

function failsInWords(
  { findings, entities, owners }: OverviewFix['failing'],
  t: PostureTranslate,
): string {
  const words = {
    findings: t('overview.fixFirst.findings', { count: findings }),
    services: t('overview.fixFirst.services', { count: entities }),
  };
  return owners === 0
    ? t('overview.fixFirst.failsOfNobody', words)
    : t('overview.fixFirst.fails', {
        ...words,
        teams: t('overview.fixFirst.teams', { count: owners }),
      });
}
