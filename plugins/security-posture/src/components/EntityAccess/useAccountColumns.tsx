import { Link } from '@backstage/ui';
import type { AccountView } from 'backstage-plugin-security-posture-common';
import { subjectId, subjectName } from '../../model/subjectName';
import { useEntityTabLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import type { DataColumn } from '../DataTable';
import { RightWords } from '../RightWords';
import { StateMark } from '../StateMark';
import styles from './EntityAccess.module.css';

/** Rights and workloads that a row names; all are in what it opens to. */
const RIGHTS_SHOWN = 2;
const WORKLOADS_SHOWN = 4;

/** The columns of a list of service accounts. */
export function useAccountColumns(
  entityRef: string,
): readonly DataColumn<AccountView>[] {
  const { t } = usePostureTranslation();
  return [
    {
      id: 'account',
      header: t('entity.access.account'),
      rowHeader: true,
      width: '26%',
      cell: account => <Account account={account} />,
    },
    {
      id: 'rights',
      header: t('entity.access.may'),
      cell: account => <Rights account={account} />,
    },
    {
      id: 'workloads',
      header: t('entity.access.usedBy'),
      width: '20%',
      cell: account => <Workloads account={account} />,
    },
    {
      id: 'findings',
      header: t('entity.access.findings'),
      width: '104px',
      cell: account => <Findings entityRef={entityRef} account={account} />,
    },
  ];
}

function Account({ account: { resource, token } }: { account: AccountView }) {
  const { t } = usePostureTranslation();
  return (
    <span className={styles.lines}>
      <span className={styles.name}>{subjectName(resource)}</span>
      <span className={styles.aside}>{resource.cluster}</span>
      {token !== undefined && (
        <span className={styles.aside}>
          {t(token ? 'entity.access.token' : 'entity.access.noToken')}
        </span>
      )}
    </span>
  );
}

function Rights({ account }: { account: AccountView }) {
  const { t } = usePostureTranslation();
  const { rights, rightsLeftOut, rightsUnread } = account;
  if (rightsUnread)
    return (
      <StateMark state="notEvaluated">
        {rightsUnread === 'staleData'
          ? t('entity.access.notYet')
          : t('entity.access.unread', {
              reason: t(`shared.reason.${rightsUnread}`),
            })}
      </StateMark>
    );
  if (rights.length === 0)
    return <span className={styles.aside}>{t('entity.access.noRights')}</span>;
  const more = Math.max(0, rights.length - RIGHTS_SHOWN) + rightsLeftOut;
  return (
    <span className={styles.lines}>
      {rights.slice(0, RIGHTS_SHOWN).map(right => (
        <RightWords key={JSON.stringify(right)} right={right} />
      ))}
      {more > 0 && (
        <span className={styles.aside}>
          {t('entity.access.moreRights', { count: more })}
        </span>
      )}
    </span>
  );
}

function Workloads({
  account: { workloads, workloadsTotal },
}: {
  account: AccountView;
}) {
  const { t } = usePostureTranslation();
  const shown = workloads.slice(0, WORKLOADS_SHOWN);
  return (
    <span className={styles.lines}>
      {shown.map(workload => (
        <span key={subjectId(workload)}>{subjectName(workload)}</span>
      ))}
      {workloadsTotal > shown.length && (
        <span className={styles.aside}>
          {t('entity.andMore', { count: workloadsTotal - shown.length })}
        </span>
      )}
    </span>
  );
}

function Findings({
  entityRef,
  account: { resource, findings },
}: {
  entityRef: string;
  account: AccountView;
}) {
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  if (findings.length === 0)
    return (
      <span className={styles.aside}>{t('entity.access.noFindings')}</span>
    );
  return (
    <Link href={tabLink(entityRef, { subject: subjectId(resource) })}>
      {t('tab.findings.findings', { count: findings.length })}
    </Link>
  );
}
