import { EXEMPTION_CATEGORIES } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { SelectInput, TextArea, TextInput } from '../FormFields';
import { LONGEST } from './requestDraft';
import { StepProps } from './ScopeStep';

/** Why it may stay, what protects meanwhile, and where it is written down. */
export function ReasonStep({ draft, problems, onChange }: StepProps) {
  const { t } = usePostureTranslation();
  const problemOf = (field: keyof typeof problems) => {
    const problem = problems[field];
    return problem && problem !== 'day'
      ? t(`exemptions.request.problem.${problem}`)
      : undefined;
  };
  const length = new Intl.NumberFormat(t('shared.locale'));
  return (
    <>
      <SelectInput
        label={t('exemptions.request.category')}
        placeholder={t('exemptions.request.categoryHint')}
        value={draft.category}
        problem={problemOf('category')}
        onChange={category => onChange({ category })}
        options={EXEMPTION_CATEGORIES.map(id => ({
          id,
          label: t(`exemptions.category.${id}`),
        }))}
      />
      <TextArea
        label={t('exemptions.request.reason')}
        aside={t('exemptions.request.characters', {
          count: draft.reason.length,
          most: length.format(LONGEST),
        })}
        placeholder={t('exemptions.request.reasonHint')}
        rows={4}
        value={draft.reason}
        problem={problemOf('reason')}
        onChange={reason => onChange({ reason })}
      />
      <TextArea
        label={t('exemptions.request.compensating')}
        aside={t('exemptions.request.optional')}
        rows={2}
        value={draft.compensatingControl}
        problem={problemOf('compensatingControl')}
        onChange={compensatingControl => onChange({ compensatingControl })}
      />
      <TextInput
        type="url"
        label={t('exemptions.request.link')}
        aside={t('exemptions.request.optional')}
        value={draft.link}
        problem={problemOf('link')}
        onChange={link => onChange({ link })}
      />
    </>
  );
}
