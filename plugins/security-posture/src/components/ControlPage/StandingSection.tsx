import { Link } from '@backstage/ui';
import type {
  ControlStanding,
  ControlStandingDetails,
} from 'backstage-plugin-security-posture-common';
import { lookedAt } from '../../model/controlGroups';
import { useBoardLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { Prose } from '../Prose';
import { StandingChange } from '../StandingChange';
import { StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import { ControlWeeks } from './ControlWeeks';
import styles from './ControlPage.module.css';

/** How a control stands: the verdict in words, why it matters, and its numbers. */
export function StandingSection({
  details,
}: {
  details: ControlStandingDetails;
}) {
  const { t } = usePostureTranslation();
  const { control, standing, partial } = details;
  return (
    <TabSection title={verdictOf(standing, t)}>
      <p className={styles.why}>
        <Prose>{control.why}</Prose>
      </p>
      {partial && <p className={styles.second}>{t('controls.partial')}</p>}
      {standing.numbers && (
        <Facts details={details} numbers={standing.numbers} />
      )}
    </TabSection>
  );
}

/** Never 0 where nothing was judged. */
function verdictOf(
  { numbers, over, optional }: ControlStanding,
  t: PostureTranslate,
): string {
  if (optional) return t('control.verdict.optional');
  if (!numbers) return t('control.verdict.notJudged');
  const count = lookedAt(numbers);
  if (numbers.failing > 0)
    return t(`control.verdict.failing.${over}`, {
      failing: String(numbers.failing),
      count,
    });
  if (numbers.exempted > 0)
    return t(`control.verdict.exempted.${over}`, { count: numbers.exempted });
  return numbers.notEvaluated === count
    ? t(`control.verdict.notEvaluated.${over}`, { count })
    : t(`control.verdict.clean.${over}`, { count });
}

interface FactsProps {
  details: ControlStandingDetails;
  numbers: NonNullable<ControlStanding['numbers']>;
}

function Facts({ details, numbers }: FactsProps) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const { standing, comparedSince } = details;
  const { id, over, change } = standing;
  const findings = (state: string) =>
    link('findings', { query: { control: id, state } });
  return (
    <div className={styles.facts}>
      <section>
        <h3 className={styles.factTitle}>{t('control.facts.failing')}</h3>
        {numbers.subjects > 0 ? (
          <Link className={styles.number} href={findings('failing')}>
            {t('control.facts.subjects', { count: numbers.subjects })}
          </Link>
        ) : (
          <span className={styles.number}>{t('control.facts.none')}</span>
        )}
        <div>
          <StandingChange change={change} comparedSince={comparedSince} dated />
        </div>
      </section>
      <section>
        <h3 className={styles.factTitle}>{t('shared.state.exempted')}</h3>
        {numbers.exemptedSubjects > 0 ? (
          <Link className={styles.number} href={findings('exempted')}>
            {t('control.facts.subjects', { count: numbers.exemptedSubjects })}
          </Link>
        ) : (
          <span className={styles.number}>{t('control.facts.none')}</span>
        )}
        <ExemptedOf numbers={numbers} />
        <Link
          className={styles.link}
          href={link('exemptions', { query: { control: id } })}
        >
          {t('control.facts.register')}
        </Link>
      </section>
      <section>
        <h3 className={styles.factTitle}>{t('control.facts.rest')}</h3>
        {numbers.notEvaluated > 0 && (
          <StateMark state="notEvaluated">
            {t(`control.facts.notEvaluated.${over}`, {
              count: numbers.notEvaluated,
            })}
          </StateMark>
        )}
        <StateMark state="passing">
          {t(`control.facts.clean.${over}`, { count: numbers.clean })}
        </StateMark>
      </section>
      <ControlWeeks weeks={details.weeks} />
    </div>
  );
}

function ExemptedOf({ numbers }: Pick<FactsProps, 'numbers'>) {
  const { t } = usePostureTranslation();
  const { subjects, exemptedSubjects } = numbers;
  if (exemptedSubjects === 0) return null;
  const share = exemptedSubjects / (subjects + exemptedSubjects);
  return (
    <div className={styles.second}>
      {t('control.facts.share', {
        share: new Intl.NumberFormat(t('shared.locale'), {
          style: 'percent',
        }).format(share),
      })}
    </div>
  );
}
