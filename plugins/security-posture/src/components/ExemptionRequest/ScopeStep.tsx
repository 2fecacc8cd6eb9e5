import type {
  ExemptionOption,
  ExemptionOptions,
} from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { ExemptionStanding } from '../ExemptionStanding';
import { ChoiceCards } from '../FormFields';
import { EffectList } from './EffectList';
import styles from './ExemptionRequest.module.css';
import { DraftProblems, previewOf, RequestDraft } from './requestDraft';

/** What every step is handed. */
export interface StepProps {
  options: ExemptionOptions;
  draft: RequestDraft;
  problems: DraftProblems;
  onChange: (change: Partial<RequestDraft>) => void;
}

/** Props of {@link ScopeStep}. */
export interface ScopeStepProps extends StepProps {
  entityName?: string;
  workloads?: number;
}

/** What to exempt, and what that covers and changes now. */
export function ScopeStep(props: ScopeStepProps) {
  const { options, draft, onChange } = props;
  const { t } = usePostureTranslation();
  const preview = previewOf(options, draft.scope);
  return (
    <>
      {options.exemption && (
        <section
          className={styles.already}
          aria-label={t('exemptions.request.already')}
        >
          <ExemptionStanding exemption={options.exemption} />
        </section>
      )}
      <ChoiceCards
        legend={t('exemptions.request.scopeLegend')}
        value={draft.scope}
        onChange={scope => onChange({ scope: scope as RequestDraft['scope'] })}
        choices={options.options.map(option => ({
          id: option.scope,
          label: labelOf(option, props, t),
          detail:
            'refused' in option
              ? t('exemptions.request.eachCritical')
              : whereOf(option, props, t),
          aside:
            'preview' in option
              ? t('exemptions.request.findingsToday', {
                  count: option.preview.appliesTo,
                })
              : undefined,
          isDisabled: 'refused' in option,
        }))}
      />
      {preview && <EffectList preview={preview} />}
      <p className={styles.rule}>
        {t(
          draft.scope === 'finding'
            ? 'exemptions.request.bound.finding'
            : 'exemptions.request.bound.wide',
        )}
      </p>
    </>
  );
}

function labelOf(
  { scope }: ExemptionOption,
  { entityName }: ScopeStepProps,
  t: PostureTranslate,
): string {
  if (scope !== 'entity') return t(`exemptions.scope.${scope}`);
  return entityName
    ? t('exemptions.scope.entity', { entity: entityName })
    : t('exemptions.scope.entityUnnamed');
}

function whereOf(
  { scope }: ExemptionOption,
  { options, workloads }: ScopeStepProps,
  t: PostureTranslate,
): string {
  const { resource, containers } = options;
  const place = { subject: subjectName(resource), cluster: resource.cluster };
  if (scope === 'entity') {
    return workloads === undefined
      ? t('exemptions.request.whereEntityUnknown')
      : t('exemptions.request.whereEntity', { count: workloads });
  }
  if (scope === 'workload') return t('exemptions.request.whereWorkload', place);
  return containers.length > 0
    ? t('exemptions.request.whereContainer', {
        ...place,
        containers: containers.join(', '),
      })
    : t('exemptions.request.where', place);
}
