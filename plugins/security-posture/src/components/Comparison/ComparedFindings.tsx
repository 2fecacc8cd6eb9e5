import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type {
  ChangesResponse,
  FindingChange,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { Day } from '../Day';
import { EventLinks, resourceWords } from '../HistoryEventWords';
import { SeverityBadge } from '../SeverityBadge';
import styles from './Comparison.module.css';

type Findings = NonNullable<ChangesResponse['findings']>;

/** What became of findings, in the order in which people ask: what is new, what is other, what has gone. */
const KINDS = ['opened', 'changed', 'closed'] as const;

/** Props of {@link ComparedFindings}. */
export interface ComparedFindingsProps {
  findings: Findings;
  links: EventLinks;
  /** The way to further pages. */
  children?: ReactNode;
}

/** Findings that opened, changed or closed, and why. */
export function ComparedFindings(props: ComparedFindingsProps) {
  const { findings, links, children } = props;
  const { t } = usePostureTranslation();
  const none = KINDS.every(kind => findings.counts[kind] === 0);
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{t('trend.compare.findings')}</h3>
      {none && (
        <p className={styles.aside}>{t('trend.compare.sameFindings')}</p>
      )}
      {KINDS.map(kind => (
        <ChangesOfKind
          key={kind}
          title={t(`trend.compare.${kind}`, { count: findings.counts[kind] })}
          changes={findings.items.filter(({ change }) => change === kind)}
          links={links}
        />
      ))}
      {children}
    </section>
  );
}

interface ChangesOfKindProps {
  title: string;
  changes: readonly FindingChange[];
  links: EventLinks;
}

function ChangesOfKind({ title, changes, links }: ChangesOfKindProps) {
  if (changes.length === 0) return null;
  return (
    <>
      <h4 className={styles.kind}>{title}</h4>
      <ul className={styles.list}>
        {changes.map(change => (
          <li key={change.finding.key} className={styles.finding}>
            <SeverityBadge severity={change.finding.severity} />
            <div>
              <FindingTitle change={change} links={links} />
              <FindingWhy change={change} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function FindingTitle({
  change: { finding },
  links,
}: {
  change: FindingChange;
  links: EventLinks;
}) {
  const address = links.finding?.(finding.key);
  if (address === undefined) return <>{finding.title}</>;
  return (
    <Link href={address} className={styles.link}>
      {finding.title}
    </Link>
  );
}

/** Where it is, when and why it changed, and what its evidence was before. */
function FindingWhy({ change }: { change: FindingChange }) {
  const { t } = usePostureTranslation();
  const { finding, at, before } = change;
  return (
    <>
      <p className={styles.aside}>{resourceWords(finding.resource, t)}</p>
      <p className={styles.aside}>
        <Day day={at} />, {reasonWords(change, t)}
      </p>
      {before?.place && before.place.message !== finding.place?.message && (
        <p className={styles.aside}>
          {t('trend.compare.before', { message: before.place.message })}
        </p>
      )}
    </>
  );
}

/** Why it is there, or there no more. What could not be judged has neither failed nor been fixed. */
function reasonWords(
  { finding, because, before }: FindingChange,
  t: PostureTranslate,
): string {
  if (finding.outcome === 'fail')
    return before?.outcome === 'notEvaluated'
      ? t('trend.compare.notEvaluated.fails')
      : t(`trend.compare.because.${because}`);
  return because === 'opened' || because === 'changed' || because === 'passed'
    ? t(`trend.compare.notEvaluated.${because}`)
    : t(`trend.compare.because.${because}`);
}
