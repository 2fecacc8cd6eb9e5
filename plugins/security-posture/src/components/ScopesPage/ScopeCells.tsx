import { ReactNode } from 'react';
import { Link, VisuallyHidden } from '@backstage/ui';
import { RiFlagLine } from '@remixicon/react';
import type { ScopeRow } from 'backstage-plugin-security-posture-common';
import { useEntityTabLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Delta, directionWords } from '../Delta';
import { RelativeTime } from '../RelativeTime';
import { ScopeName, scopeName } from '../ScopeName';
import { Score } from '../Score';
import { SeverityShape } from '../SeverityBadge';
import { StateMark } from '../StateMark';
import { useFindingsLink } from './useFindingsLink';
import styles from './ScopesPage.module.css';

/** A row that a cell shows a part of. */
interface CellProps {
  row: ScopeRow;
}

/** How many members are ready. */
export function ReadyCell({ row }: CellProps) {
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  const { ready, total } = row.members;
  if (isUnjudged(row)) return <NotJudged />;
  return (
    <Link href={tabLink(row.ref)} className={styles.ready}>
      {t('scopes.cell.ready', { ready: String(ready), total: String(total) })}
    </Link>
  );
}

/** The member that stands lowest, with its score. */
export function LowestCell({ row: { lowest } }: CellProps) {
  const { t } = usePostureTranslation();
  if (!lowest) return <None>{t('shared.score.none')}</None>;
  const { entityRef, title, effective, grade, stale } = lowest;
  return (
    <span className={styles.lowest}>
      <ScopeName entityRef={entityRef} title={title} quiet />
      <Score
        score={{ value: effective, grade, coverage: null }}
        faded={stale}
      />
      {stale && <StateMark state="stale">{t('scopes.cell.stale')}</StateMark>}
    </span>
  );
}

/** The score that one in ten members does not exceed. */
export function PercentileCell({ row: { p10 } }: CellProps) {
  return p10 === null ? <NotJudged /> : <>{p10}</>;
}

/** Open findings of a blocking severity, which lead to the findings. None is said only where something was judged. */
export function OpenCell(props: CellProps & { severity: 'critical' | 'high' }) {
  const { row, severity } = props;
  const { t } = usePostureTranslation();
  const findingsLink = useFindingsLink();
  if (isUnjudged(row)) return <NotJudged />;
  const number = row.open[severity];
  if (number === 0) return <None>{t('scopes.cell.none')}</None>;
  const words =
    severity === 'critical' ? 'scopes.cell.criticalIn' : 'scopes.cell.highIn';
  return (
    <Link
      href={findingsLink({
        severity,
        state: 'failing',
        scopeRef: row.ref,
      })}
      className={styles.open}
      data-severity={severity}
      aria-label={t(words, {
        number: String(number),
        scope: scopeName(row.ref, row.title),
      })}
    >
      {severity === 'critical' && <SeverityShape severity={severity} />}
      {number}
    </Link>
  );
}

/** For how long the oldest critical finding is open, which leads to where it is. */
export function OldestCell({ row }: CellProps) {
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  const { oldestCriticalSince, oldestCriticalOn } = row;
  if (isUnjudged(row)) return <NotJudged />;
  if (oldestCriticalSince === undefined)
    return <None>{t('scopes.cell.none')}</None>;
  const time = <RelativeTime iso={oldestCriticalSince} />;
  if (!oldestCriticalOn) return time;
  return (
    <Link
      href={tabLink(oldestCriticalOn.entityRef, { severity: 'critical' })}
      className={styles.quiet}
    >
      {time}
    </Link>
  );
}

/** By how much the number of ready members changed, and whether it was measured alike. */
export function ReadyChangeCell({ row: { ready30d } }: CellProps) {
  const { t } = usePostureTranslation();
  if (!ready30d) return <None>{t('scopes.cell.nothingToCompare')}</None>;
  const { by, steps } = ready30d;
  return (
    <span className={styles.change}>
      {steps.length > 0 && (
        <Step
          words={steps.map(step => t(`scopes.cell.step.${step}`)).join(', ')}
        />
      )}
      {by === 0 ? (
        <None>{t('scopes.cell.same')}</None>
      ) : (
        <Delta by={by} better="up" spoken={directionWords(by, t)}>
          {Math.abs(by)}
        </Delta>
      )}
    </span>
  );
}

function Step({ words }: { words: string }) {
  return (
    <span title={words} className={styles.step}>
      <RiFlagLine size={14} aria-hidden="true" />
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}

/** Exempted findings of all severities. */
export function ExemptedCell({ row }: CellProps) {
  const { t } = usePostureTranslation();
  if (isUnjudged(row)) return <NotJudged />;
  const number = Object.values(row.exempted).reduce(
    (sum, count) => sum + count,
    0,
  );
  return number === 0 ? <None>{t('scopes.cell.none')}</None> : <>{number}</>;
}

/** Nothing of the members was judged: neither none nor a number can be said. */
function NotJudged() {
  const { t } = usePostureTranslation();
  return <None>{t('scopes.cell.notJudged')}</None>;
}

function None({ children }: { children: ReactNode }) {
  return <span className={styles.none}>{children}</span>;
}

function isUnjudged({ members }: ScopeRow): boolean {
  return members.noPosture === members.total;
}
