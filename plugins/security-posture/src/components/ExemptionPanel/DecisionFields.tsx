import { useEffect, useRef } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ChoiceCards, TextArea, TextInput } from '../FormFields';
import styles from './ExemptionPanel.module.css';
import { dayRange, Decision } from './useDecision';

/** Props of {@link DecisionFields}. */
export interface DecisionFieldsProps {
  exemption: ExemptionDetails;
  decision: Decision;
}

/** What goes along with a decision: until when, and a note. Nothing for who may not decide. */
export function DecisionFields({ exemption, decision }: DecisionFieldsProps) {
  const { t } = usePostureTranslation();
  const fields = useFocusOnProblem(decision);
  if (!exemption.may.includes('shorten')) return null;
  const locale = t('shared.locale');
  const spoken = (day: string) => formatDay(day, locale, true);
  const { problems } = decision;
  const range = dayRange(exemption);
  const who = nameOf(exemption.requestedBy);
  return (
    <div ref={fields} className={styles.fields}>
      {range.from <= range.to && (
        <ChoiceCards
          legend={t('exemptions.panel.untilLegend')}
          value={decision.earlier ? 'earlier' : 'asked'}
          onChange={id => decision.setEarlier(id === 'earlier')}
          choices={[
            {
              id: 'asked',
              label: t('exemptions.panel.untilAsked'),
              detail: spoken(exemption.expiresAt),
            },
            {
              id: 'earlier',
              label: t('exemptions.panel.untilEarlier'),
              detail: t('exemptions.request.otherDayUpTo', {
                day: spoken(range.to),
              }),
            },
          ]}
        />
      )}
      {decision.earlier && (
        <TextInput
          type="date"
          label={t('exemptions.request.lastDay')}
          min={range.from}
          max={range.to}
          value={decision.day}
          onChange={decision.setDay}
          problem={
            problems.day &&
            t('exemptions.request.problem.day', {
              from: spoken(range.from),
              to: spoken(range.to),
            })
          }
        />
      )}
      <TextArea
        label={t('exemptions.panel.noteTo', { who })}
        aside={t('exemptions.panel.noteNeeded')}
        rows={2}
        value={decision.note}
        onChange={decision.setNote}
        problem={problems.note && t('exemptions.panel.noteMissing', { who })}
      />
    </div>
  );
}

function nameOf(actor: string): string {
  return actor.includes(':') ? parseEntityRef(actor).name : actor;
}

/** Brings the focus to the first field that lacks something. */
function useFocusOnProblem({ problems }: Decision) {
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    fields.current
      ?.querySelector<HTMLElement>('[aria-invalid="true"]')
      ?.focus();
  }, [problems]);
  return fields;
}
