import { ReactNode } from 'react';
import { ButtonLink } from '@backstage/ui';
import type {
  EntityPosture,
  FixFirstItem,
} from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { SeverityBadge } from '../SeverityBadge';
import { subjectWords } from '../SubjectWords';
import { isStale, requiredCoverage } from '../Verdict';
import styles from './EntityPostureCard.module.css';

type TabLink = (query?: Record<string, string>) => string;

/** Props of {@link NextStep}. */
export interface NextStepProps {
  posture: EntityPosture;
  link: TabLink;
}

interface Step {
  heading: string;
  severity?: FixFirstItem['severity'];
  title: string;
  place?: string;
  action?: { href: string; label: string };
}

/** The one thing to do next. */
export function NextStep({ posture, link }: NextStepProps) {
  const { t } = usePostureTranslation();
  const step = stepOf(posture, link, t);
  if (!step) return null;
  return (
    <div className={styles.next}>
      <p className={styles.nextHeading}>
        <span>{step.heading}</span>
        {step.severity && <SeverityBadge severity={step.severity} />}
      </p>
      <p className={styles.nextTitle}>{step.title}</p>
      {step.place && <Place>{step.place}</Place>}
      {step.action && (
        <ButtonLink
          className={styles.nextAction}
          size="small"
          variant="secondary"
          href={step.action.href}
        >
          {step.action.label}
        </ButtonLink>
      )}
    </div>
  );
}

function Place({ children }: { children: ReactNode }) {
  return <p className={styles.nextPlace}>{children}</p>;
}

/** Where readiness is unknown, what hides it comes before what is left to fix. */
function stepOf(
  posture: EntityPosture,
  link: TabLink,
  t: PostureTranslate,
): Step | undefined {
  if (posture.readiness === 'unknown') {
    const step = connectionStep(posture, t) ?? evidenceStep(posture, link, t);
    if (step) return step;
  }
  const [fix] = posture.fixFirst;
  return fix && fixStep(posture, fix, link, t);
}

function connectionStep(
  posture: EntityPosture,
  t: PostureTranslate,
): Step | undefined {
  if (!isStale(posture)) return undefined;
  const silent = posture.reasons.find(({ kind }) => kind === 'staleCluster');
  if (silent?.kind !== 'staleCluster') return undefined;
  return {
    heading: t('card.nextStep'),
    title: t('card.checkConnection', { cluster: silent.cluster }),
    place: silent.reason && t(`shared.reason.${silent.reason}`),
  };
}

function evidenceStep(
  posture: EntityPosture,
  link: TabLink,
  t: PostureTranslate,
): Step | undefined {
  if (requiredCoverage(posture) === undefined) return undefined;
  const missing = posture.findings.items.find(
    ({ outcome }) => outcome === 'notEvaluated',
  );
  return (
    missing && {
      heading: t('card.missingEvidence'),
      title: missing.title,
      place: missing.reason && t(`shared.reason.${missing.reason}`),
      action: {
        href: link({ state: 'notEvaluated', finding: missing.key }),
        label: t('card.seeHow'),
      },
    }
  );
}

function fixStep(
  posture: EntityPosture,
  fix: FixFirstItem,
  link: TabLink,
  t: PostureTranslate,
): Step {
  return {
    heading: fixHeading(posture, fix, t),
    severity: fix.severity,
    title: fix.title,
    place: placeOf(posture, fix, t),
    action: { href: link(), label: t('card.seeFix') },
  };
}

function fixHeading(
  { readiness }: EntityPosture,
  { effect }: FixFirstItem,
  t: PostureTranslate,
): string {
  if (readiness === 'notReady') return t('card.fixFirst');
  return effect.gradeTo && effect.gradeTo !== effect.gradeFrom
    ? t('card.nextForGrade', { grade: effect.gradeTo })
    : t('card.next');
}

/** One subject is named, a workload with its container; more are counted. */
function placeOf(
  posture: EntityPosture,
  { workloads, workloadsTotal, place }: FixFirstItem,
  t: PostureTranslate,
): string {
  const [first] = workloads;
  if (workloadsTotal !== 1 || !first) {
    return subjectWords(workloads, posture, t, workloadsTotal);
  }
  const container =
    place?.container && t('card.container', { container: place.container });
  return [subjectName(first), container, first.cluster]
    .filter(Boolean)
    .join(', ');
}
