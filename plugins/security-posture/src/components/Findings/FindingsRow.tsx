import { useId } from 'react';
import { RiArrowRightSLine } from '@remixicon/react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { FindingGroup, Grouping } from '../../model/groupFindings';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { FindingDetail } from '../FindingDetail';
import { Age } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import { StateMark } from '../StateMark';
import { subjectWords } from '../SubjectWords';
import styles from './Findings.module.css';

/** Props of {@link FindingsRow}. */
export interface FindingsRowProps {
  group: FindingGroup;
  grouping: Grouping;
  posture: EntityPosture;
  selected: string;
  linkTo: (key: string) => string;
  onSelect: (key: string) => void;
}

/** A group of findings as a row, and its open finding beneath it. */
export function FindingsRow(props: FindingsRowProps) {
  const { group, grouping, posture, selected, linkTo, onSelect } = props;
  const { t } = usePostureTranslation();
  const id = useId();
  const open = group.findings.find(({ key }) => key === selected);
  return (
    <tbody className={styles.group}>
      <tr className={styles.row} data-open={open !== undefined}>
        <td className={styles.severity}>
          <SeverityBadge severity={group.severity} />
        </td>
        <th scope="row" className={styles.name}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open !== undefined}
            aria-controls={open && id}
            onClick={() => onSelect(open ? '' : group.findings[0].key)}
          >
            <RiArrowRightSLine
              className={styles.chevron}
              size={16}
              aria-hidden="true"
            />
            {group.title}
          </button>
          <RowNotes group={group} posture={posture} />
        </th>
        <td className={styles.affected}>{countOf(props, t)}</td>
        <td className={styles.clusters}>{group.clusters.join(', ')}</td>
        <td className={styles.opened}>
          <Age iso={group.openedAt} />
        </td>
        {grouping === 'control' && (
          <td className={styles.points}>{pointsOf(props, t)}</td>
        )}
      </tr>
      {open && (
        <tr id={id}>
          <td colSpan={6} className={styles.detail}>
            <FindingDetail
              finding={open}
              siblings={group.findings}
              toldBy={grouping === 'control' ? 'subject' : 'control'}
              linkTo={linkTo}
              onSelect={onSelect}
            />
          </td>
        </tr>
      )}
    </tbody>
  );
}

function countOf(
  { group, grouping, posture }: FindingsRowProps,
  t: PostureTranslate,
): string {
  return grouping === 'subject'
    ? t('tab.findings.findings', { count: group.findings.length })
    : subjectWords(group.subjects, posture, t);
}

/** What fixing it alone brings, as the posture has it; nothing where it is none of the score's. */
function pointsOf(
  { group, posture }: FindingsRowProps,
  t: PostureTranslate,
): string {
  const [{ control, outcome }] = group.findings;
  if (outcome !== 'fail') return '';
  if (group.consequenceOf) return t('tab.findings.pointsNone');
  const points = posture.gains.find(gain => gain.control === control)?.points;
  if (points === undefined) return '';
  const number = new Intl.NumberFormat(t('shared.locale'), {
    minimumFractionDigits: 1,
  });
  return points > 0
    ? t('tab.findings.pointsGained', { points: number.format(points) })
    : t('tab.findings.pointsUnder');
}

/** What sets a row apart from a plain failure. */
function RowNotes({
  group,
  posture,
}: Pick<FindingsRowProps, 'group' | 'posture'>) {
  const { t } = usePostureTranslation();
  const notJudged = group.findings.every(
    ({ outcome }) => outcome === 'notEvaluated',
  );
  const stale = group.findings.some(({ staleSince }) => staleSince);
  const cause = causeOf(group, posture);
  const exempted = group.findings.filter(
    ({ exemption }) => exemption?.state === 'approved',
  ).length;
  return (
    <>
      {cause && (
        <span className={styles.aside}>
          {t('tab.findings.follows', { cause })}
        </span>
      )}
      {exempted > 0 && (
        <span className={styles.aside}>
          <StateMark state="exempted">
            {exempted < group.findings.length
              ? t('shared.meter.exempted', { number: String(exempted) })
              : t('shared.state.exempted')}
          </StateMark>
        </span>
      )}
      {notJudged && (
        <span className={styles.aside}>
          <StateMark state="notEvaluated">{reasonOf(group, t)}</StateMark>
        </span>
      )}
      {stale && (
        <span className={styles.aside}>
          <StateMark state="stale" />
        </span>
      )}
    </>
  );
}

/** Why none of a group was judged; undefined where there is more than one reason. */
function reasonOf(
  { findings }: FindingGroup,
  t: PostureTranslate,
): string | undefined {
  const [{ reason }, ...others] = findings;
  return reason && others.every(other => other.reason === reason)
    ? t('tab.finding.notEvaluated', { reason: t(`shared.reason.${reason}`) })
    : undefined;
}

/** The title of the control that a group follows from. */
function causeOf(
  { consequenceOf }: FindingGroup,
  { findings, fixFirst }: EntityPosture,
): string | undefined {
  if (!consequenceOf) return undefined;
  const cause =
    findings.items.find(({ control }) => control === consequenceOf) ??
    fixFirst.find(({ control }) => control === consequenceOf);
  return cause?.title ?? consequenceOf;
}
