import { Alert, Button } from '@backstage/ui';
import { Failure } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';

/** Props of {@link FailureNotice}. */
export interface FailureNoticeProps {
  failure: Failure;
  onRetry: () => void;
}

/** Says above the last answer that the next one failed. */
export function FailureNotice({ failure, onRetry }: FailureNoticeProps) {
  const { t } = usePostureTranslation();
  return (
    <Alert
      status="warning"
      icon
      role="status"
      title={t(`shared.failure.${failure.kind}Title`)}
      description={t('shared.failure.stillShown')}
      customActions={
        <Button size="small" variant="tertiary" onPress={onRetry}>
          {t('shared.failure.retry')}
        </Button>
      }
    />
  );
}
