import { Button } from '@backstage/ui';
import {
  RemixiconComponentType,
  RiErrorWarningLine,
  RiLock2Line,
  RiPlug2Line,
  RiSearchLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { postureReadPermission } from 'backstage-plugin-security-posture-common';
import { Failure, FailureKind } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState, EmptyStateProps } from '../EmptyState';

const ICONS: Record<FailureKind, RemixiconComponentType> = {
  forbidden: RiLock2Line,
  invalid: RiErrorWarningLine,
  notFound: RiSearchLine,
  conflict: RiErrorWarningLine,
  backendAbsent: RiPlug2Line,
  network: RiWifiOffLine,
  server: RiErrorWarningLine,
};

/** Props of {@link FailureState}. */
export interface FailureStateProps {
  failure: Failure;
  /** Asks again. Offered where that may help. */
  onRetry?: () => void;
  titleAs?: EmptyStateProps['titleAs'];
  /** The permission to ask for where the user may not see it; that to read postures by default. */
  permission?: string;
}

/** Why nothing is shown, and what to do about it. */
export function FailureState(props: FailureStateProps) {
  const { failure, onRetry, titleAs } = props;
  const { permission = postureReadPermission.name } = props;
  const { t } = usePostureTranslation();
  const { kind, message } = failure;
  const retry = onRetry && kind !== 'forbidden' && (
    <Button variant="secondary" onPress={onRetry}>
      {t('shared.failure.retry')}
    </Button>
  );
  return (
    <EmptyState
      icon={ICONS[kind]}
      title={t(`shared.failure.${kind}Title`)}
      titleAs={titleAs}
      actions={retry}
    >
      {kind === 'forbidden' && (
        <p>
          {t('shared.failure.forbidden', {
            permission: <code>{permission}</code>,
          })}
        </p>
      )}
      {kind === 'server' && <p>{t('shared.failure.server', { message })}</p>}
      {kind !== 'forbidden' && kind !== 'server' && (
        <p>{t(`shared.failure.${kind}`)}</p>
      )}
    </EmptyState>
  );
}
