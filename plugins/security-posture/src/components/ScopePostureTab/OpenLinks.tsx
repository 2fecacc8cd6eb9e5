import { Link } from '@backstage/ui';
import type { ScopeRow } from 'backstage-plugin-security-posture-common';
import { useMountedBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { findingsAddress } from '../ScopesPage/useFindingsLink';
import { SeverityCount } from '../SeverityCount';
import styles from './ScopePostureTab.module.css';

const BLOCKING = ['critical', 'high'] as const;

/** The open critical and high findings of the members, which lead to the findings where the portal has the board. */
export function OpenLinks({ scope }: { scope: ScopeRow }) {
  const { t } = usePostureTranslation();
  const boardLink = useMountedBoardLink();
  if (scope.members.noPosture === scope.members.total) {
    return <span className={styles.second}>{t('scopes.cell.notJudged')}</span>;
  }
  return (
    <span className={styles.open}>
      {BLOCKING.map(severity => {
        const count = (
          <SeverityCount severity={severity} count={scope.open[severity]} />
        );
        return scope.open[severity] === 0 || !boardLink ? (
          <span key={severity}>{count}</span>
        ) : (
          <Link
            key={severity}
            className={styles.quiet}
            href={findingsAddress(boardLink, {
              severity,
              state: 'failing',
              scopeRef: scope.ref,
            })}
          >
            {count}
          </Link>
        );
      })}
    </span>
  );
}
