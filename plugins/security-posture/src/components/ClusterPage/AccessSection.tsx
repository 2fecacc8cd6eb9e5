import { Link } from '@backstage/ui';
import { RiCheckboxCircleLine, RiQuestionLine } from '@remixicon/react';
import type {
  AccessRisks,
  ClusterOverview,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import { AccessTable } from './AccessTable';
import { useViewLink } from './useViewLink';
import styles from './ClusterPage.module.css';

const ROWS_SHOWN = 5;

/** The gravest rights that bindings of the cluster give. What follows from another finding is left to the view of all. */
export function AccessSection({ overview }: { overview: ClusterOverview }) {
  const { t } = usePostureTranslation();
  const viewLink = useViewLink(overview.cluster.name);
  const { access } = overview;
  const causes = access.items.filter(({ consequenceOf }) => !consequenceOf);
  return (
    <TabSection
      title={t('clusters.access.title')}
      actions={
        access.bindings > 0 && (
          <Link href={viewLink('access')} className={styles.link}>
            {t('clusters.access.all', { count: access.bindings })}
          </Link>
        )
      }
      flush
    >
      {causes.length > 0 ? (
        <AccessTable risks={causes} most={ROWS_SHOWN} />
      ) : (
        <NoRisks access={access} />
      )}
      <AccessNotes access={access} />
    </TabSection>
  );
}

/** Why no binding is listed: all that were judged pass, or none was. */
export function NoRisks({ access }: { access: AccessRisks }) {
  const { t } = usePostureTranslation();
  const judged = access.bindings > 0;
  return (
    <div className={styles.within}>
      <EmptyState
        icon={judged ? RiCheckboxCircleLine : RiQuestionLine}
        title={t(judged ? 'clusters.access.none' : 'clusters.access.unread')}
      >
        {t(
          judged
            ? 'clusters.access.noneDetail'
            : 'clusters.access.unreadDetail',
        )}
      </EmptyState>
    </div>
  );
}

/** How many findings are exempted, and how many bindings give nothing risky. */
export function AccessNotes({ access }: { access: AccessRisks }) {
  const { t } = usePostureTranslation();
  const harmless = access.bindings - access.risky;
  return (
    <ul className={styles.marks}>
      {access.exempted > 0 && (
        <li>
          <StateMark state="exempted">
            {t('clusters.access.exempted', { count: access.exempted })}
          </StateMark>
        </li>
      )}
      {harmless > 0 && (
        <li>
          <StateMark state="passing">
            {t('clusters.access.harmless', { count: harmless })}
          </StateMark>
        </li>
      )}
    </ul>
  );
}
