import { Button } from '@backstage/ui';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ActorNames } from '../ActorName';
import { EmptyState } from '../EmptyState';

/** Props of {@link RequestSent}. */
export interface RequestSentProps {
  approvers: readonly string[];
  onClose: () => void;
  onShow?: () => void;
}

/** That the request is sent, and what happens next. */
export function RequestSent({ approvers, onClose, onShow }: RequestSentProps) {
  const { t } = usePostureTranslation();
  return (
    <div role="status">
      <EmptyState
        icon={RiCheckboxCircleLine}
        title={t('exemptions.request.sentTitle')}
        actions={
          <>
            <Button variant="primary" onPress={onClose}>
              {t('exemptions.request.close')}
            </Button>
            {onShow && (
              <Button variant="secondary" onPress={onShow}>
                {t('exemptions.request.show')}
              </Button>
            )}
          </>
        }
      >
        <p>
          {approvers.length > 0
            ? t('exemptions.request.sentDetail', {
                approvers: <ActorNames actors={approvers} />,
              })
            : t('exemptions.request.sentNobody')}
        </p>
      </EmptyState>
    </div>
  );
}
