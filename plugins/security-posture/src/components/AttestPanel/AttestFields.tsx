import {
  Alert,
  Radio,
  RadioGroup,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { AttestableControl } from 'backstage-plugin-security-posture-common';
import { addDays, dayOf, formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { AttestForm, FieldProblem, MOST_DAYS } from './attestForm';
import { ReplacedStatement } from './ReplacedStatement';
import styles from './AttestPanel.module.css';

/** Props of {@link AttestFields}. */
export interface AttestFieldsProps {
  attestable: readonly AttestableControl[];
  /** What the address asks for: the id of a control, or `new`. */
  asked: string;
  chosen: AttestableControl | undefined;
  form: AttestForm;
  /** Fields that have to change before it can be sent. */
  problems: readonly FieldProblem[];
  /** True where it was tried without a control. */
  unchosen: boolean;
  onChoose: (control: string) => void;
  onChange: (change: Partial<AttestForm>) => void;
}

/** The fields of an attestation, each with what is wrong with it. */
export function AttestFields(props: AttestFieldsProps) {
  const { chosen, form, problems, onChange } = props;
  const { t } = usePostureTranslation();
  const last = addDays(dayOf(Date.now()), MOST_DAYS);
  const problem = (field: FieldProblem, words: string) =>
    problems.includes(field) ? words : undefined;
  return (
    <>
      <ControlField {...props} />
      {chosen?.replaces && <ReplacedStatement attestation={chosen.replaces} />}
      <RadioGroup
        label={t('attestations.panel.outcome')}
        value={form.outcome}
        onChange={value =>
          onChange({ outcome: value as AttestForm['outcome'] })
        }
      >
        <Radio value="pass">{t('attestations.panel.pass')}</Radio>
        <Radio value="fail">{t('attestations.panel.fail')}</Radio>
      </RadioGroup>
      <TextAreaField
        label={t('attestations.panel.statement')}
        description={t('attestations.panel.statementHint')}
        value={form.statement}
        maxLength={2000}
        rows={5}
        isRequired
        isInvalid={problems.includes('statement')}
        onChange={statement => onChange({ statement })}
      />
      <Problem
        words={problem('statement', t('attestations.panel.statementShort'))}
      />
      <TextField
        label={t('attestations.panel.link')}
        description={t('attestations.panel.linkHint')}
        type="url"
        value={form.link}
        isInvalid={problems.includes('link')}
        onChange={link => onChange({ link })}
      />
      <Problem words={problem('link', t('attestations.panel.linkWrong'))} />
      <ExpiryField
        value={form.expires}
        last={last}
        onChange={expires => onChange({ expires })}
      />
      <Problem
        words={problem(
          'expires',
          t('attestations.panel.expiresWrong', {
            day: formatDay(last, t('shared.locale'), true),
          }),
        )}
      />
    </>
  );
}

function ControlField(props: AttestFieldsProps) {
  const { attestable, asked, chosen, unchosen, onChoose } = props;
  const { t } = usePostureTranslation();
  const unknown = asked !== 'new' && !chosen;
  return (
    <>
      {unknown && (
        <Alert
          status="warning"
          icon
          title={t('attestations.panel.unknown', { control: asked })}
        />
      )}
      <Select
        label={t('attestations.panel.control')}
        placeholder={t('attestations.panel.choose')}
        options={attestable.map(({ control, title }) => ({
          id: control,
          label: title,
        }))}
        value={chosen?.control ?? null}
        isInvalid={unchosen}
        onChange={control => onChoose(String(control))}
      />
      <Problem words={unchosen ? t('attestations.panel.choose') : undefined} />
    </>
  );
}

interface ExpiryFieldProps {
  value: string;
  last: string;
  onChange: (day: string) => void;
}

/** A native date field: it knows the calendar of the user's language and is operated by keyboard. */
function ExpiryField({ value, last, onChange }: ExpiryFieldProps) {
  const { t } = usePostureTranslation();
  return (
    <label className={styles.day}>
      <span className={styles.label}>{t('attestations.panel.expires')}</span>
      <span className={styles.hint}>{t('attestations.panel.expiresHint')}</span>
      <input
        type="date"
        className={styles.date}
        value={value}
        min={addDays(dayOf(Date.now()), 1)}
        max={last}
        required
        onChange={event => onChange(event.target.value)}
      />
    </label>
  );
}

function Problem({ words }: { words: string | undefined }) {
  if (!words) return null;
  return (
    <p className={styles.problem} role="alert">
      {words}
    </p>
  );
}
