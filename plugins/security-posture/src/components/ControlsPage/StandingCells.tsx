import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type { ControlStanding } from 'backstage-plugin-security-posture-common';
import { lookedAt } from '../../model/controlGroups';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ControlsPage.module.css';

interface CellProps {
  standing: ControlStanding;
}

function Second({ children }: { children: ReactNode }) {
  return <span className={styles.second}>{children}</span>;
}

/** On how many services or clusters it fails, of how many were looked at. */
export function FailingCount({ standing }: CellProps) {
  const { t } = usePostureTranslation();
  const { numbers, over, optional } = standing;
  if (!numbers)
    return (
      <Second>
        {t(optional ? 'controls.table.outside' : 'controls.table.notJudged')}
      </Second>
    );
  return (
    <>
      {t(`controls.table.of.${over}`, {
        failing: String(numbers.failing),
        count: lookedAt(numbers),
      })}
    </>
  );
}

/** How many objects fail, as a link to their findings. */
export function SubjectCount({ standing: { id, numbers } }: CellProps) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  if (!numbers) return <Second>{t('controls.table.unknown')}</Second>;
  if (numbers.subjects === 0)
    return <Second>{t('controls.table.none')}</Second>;
  const query = { control: id, state: 'failing' };
  return (
    <Link className={styles.link} href={link('findings', { query })}>
      {String(numbers.subjects)}
    </Link>
  );
}

/** How many of the objects that fail are exempted. */
export function ExemptedShare({ standing: { numbers } }: CellProps) {
  const { t } = usePostureTranslation();
  if (!numbers) return <Second>{t('controls.table.unknown')}</Second>;
  const { subjects, exemptedSubjects } = numbers;
  if (exemptedSubjects === 0)
    return <Second>{t('controls.table.none')}</Second>;
  return (
    <>
      {t('controls.table.share', {
        exempted: String(exemptedSubjects),
        all: String(subjects + exemptedSubjects),
      })}
    </>
  );
}

/** On how many services or clusters nothing could be said of some of it. */
export function UnjudgedCount({ standing: { numbers, over } }: CellProps) {
  const { t } = usePostureTranslation();
  if (!numbers) return <Second>{t('controls.table.unknown')}</Second>;
  if (numbers.notEvaluated === 0)
    return <Second>{t('controls.table.none')}</Second>;
  return <>{t(`controls.table.on.${over}`, { count: numbers.notEvaluated })}</>;
}
