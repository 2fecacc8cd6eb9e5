import { Skeleton } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Prose } from '../Prose';
import styles from './FindingDetail.module.css';

/** Why a control asks for something, and how to meet it. */
export interface ControlText {
  why: string;
  fix: string;
}

/** Props of {@link ControlWords}. */
export interface ControlWordsProps {
  control: ControlText | undefined;
  /** True where they could not be loaded. */
  failed: boolean;
}

/** Why and how to fix, in a sentence each; a placeholder until they are known. */
export function ControlWords({ control, failed }: ControlWordsProps) {
  const { t } = usePostureTranslation();
  if (!control && failed) {
    return <p className={styles.message}>{t('tab.finding.controlFailed')}</p>;
  }
  if (!control) {
    return (
      <div role="status" aria-label={t('tab.finding.controlLoading')}>
        <Skeleton width="60%" height={20} />
      </div>
    );
  }
  return (
    <dl className={styles.words}>
      <dt>{t('tab.finding.why')}</dt>
      <dd>
        <Prose>{control.why}</Prose>
      </dd>
      <dt>{t('tab.finding.fix')}</dt>
      <dd>
        <Prose>{control.fix}</Prose>
      </dd>
    </dl>
  );
}
