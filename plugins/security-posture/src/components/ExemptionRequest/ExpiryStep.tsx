import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ActorNames } from '../ActorName';
import { ChoiceCards, TextInput } from '../FormFields';
import { useNow } from '../RelativeTime/useNow';
import styles from './ExemptionRequest.module.css';
import {
  dayRange,
  endAfter,
  lengthOf,
  lengthsOf,
  previewOf,
} from './requestDraft';
import { StepProps } from './ScopeStep';

/** Props of {@link ExpiryStep}. */
export interface ExpiryStepProps extends StepProps {
  /** Days that it may last at most. */
  maxDays: number;
}

/** Until when, who decides, and what holds until then. */
export function ExpiryStep(props: ExpiryStepProps) {
  const { options, draft, problems, maxDays, onChange } = props;
  const { t } = usePostureTranslation();
  const now = useNow();
  const locale = t('shared.locale');
  const { from, to } = dayRange(maxDays, now);
  const spoken = (day: string) => formatDay(day, locale, true);
  const endDay = (days: number) =>
    spoken(new Date(endAfter(days, now)).toISOString());
  const severity =
    previewOf(options, draft.scope)?.severity ?? options.severity;
  const length = lengthOf(draft, maxDays);
  return (
    <>
      <ChoiceCards
        legend={t('exemptions.request.expiryLegend')}
        value={length}
        onChange={id => onChange({ length: id })}
        choices={[
          ...lengthsOf(maxDays).map(days => ({
            id: String(days),
            label: t('exemptions.request.days', { count: days }),
            detail:
              days === maxDays
                ? t(`exemptions.request.longest.${severity}`, {
                    day: endDay(days),
                  })
                : endDay(days),
          })),
          {
            id: 'day',
            label: t('exemptions.request.otherDay'),
            detail: t('exemptions.request.otherDayUpTo', { day: spoken(to) }),
          },
        ]}
      />
      {length === 'day' && (
        <TextInput
          type="date"
          label={t('exemptions.request.lastDay')}
          min={from}
          max={to}
          value={draft.day}
          problem={
            problems.day &&
            t('exemptions.request.problem.day', {
              from: spoken(from),
              to: spoken(to),
            })
          }
          onChange={day => onChange({ day })}
        />
      )}
      <dl className={styles.facts}>
        <dt>{t('exemptions.request.decides')}</dt>
        <dd>
          {options.approvers.length > 0 ? (
            <ActorNames actors={options.approvers} />
          ) : (
            t('exemptions.request.decidesNobody')
          )}
        </dd>
        <dt>{t('exemptions.request.notYou')}</dt>
        <dd>{t('exemptions.request.notYouDetail')}</dd>
        <dt>{t('exemptions.request.until')}</dt>
        <dd>{t('exemptions.request.untilDetail')}</dd>
      </dl>
    </>
  );
}
