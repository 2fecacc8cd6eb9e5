import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiFileForbidLine } from '@remixicon/react';
import { Failure, useExemptionOptions } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { AboutFinding } from '../ExemptionStanding';
import { FailureState } from '../FailureState';
import { SidePanel } from '../SidePanel';
import { RequestBody } from './RequestBody';
import { RequestFooter } from './RequestFooter';
import { useRequestForm } from './useRequestForm';

/** Props of {@link ExemptionRequestPanel}. */
export interface ExemptionRequestPanelProps {
  findingKey: string;
  /** On whose behalf; left out only for a finding that belongs to no entity. */
  entityRef?: string;
  /** What people call the entity, and how many workloads it has. */
  entityName?: string;
  workloads?: number;
  /** The step, as the address has it. */
  step: string;
  onStep: (step: string) => void;
  onClose: () => void;
  /** Shows the exemptions once the request is sent. */
  onShow?: () => void;
}

/** Asks for an exemption of a finding in three steps, at the side of the page. */
export function ExemptionRequestPanel(props: ExemptionRequestPanelProps) {
  const { findingKey, entityRef, step, onStep, onClose } = props;
  const { t } = usePostureTranslation();
  const asked = useExemptionOptions({
    findingKey,
    ...(entityRef ? { entity: entityRef } : {}),
  });
  const { data: options, failure, refresh } = asked;
  const form = useRequestForm({ options, entityRef, step, onStep });
  return (
    <SidePanel
      title={t('exemptions.request.title')}
      mark={
        options && (
          <AboutFinding severity={options.severity} title={options.title} />
        )
      }
      onClose={onClose}
      footer={
        form &&
        !form.sent && (
          <RequestFooter
            step={form.step}
            sending={form.taking.sending}
            onCancel={onClose}
            onStep={form.goTo}
            onSend={form.send}
          />
        )
      }
    >
      {options && form && (
        <RequestBody
          {...props}
          options={options}
          form={form}
          onLook={refresh}
        />
      )}
      {!options && failure && (
        <NothingToAsk failure={failure} onRetry={refresh} />
      )}
      {!options && !failure && (
        <div role="status">
          <VisuallyHidden>{t('exemptions.request.loading')}</VisuallyHidden>
          <Skeleton width="100%" height={220} />
        </div>
      )}
    </SidePanel>
  );
}

/** Why nothing can be asked for. */
function NothingToAsk(props: { failure: Failure; onRetry: () => void }) {
  const { failure, onRetry } = props;
  const { t } = usePostureTranslation();
  const { kind, message } = failure;
  if (kind !== 'notFound' && kind !== 'invalid' && kind !== 'forbidden') {
    return <FailureState failure={failure} onRetry={onRetry} />;
  }
  return (
    <EmptyState
      icon={RiFileForbidLine}
      title={t('exemptions.request.failure.invalidTitle')}
    >
      <p>
        {kind === 'invalid' ? message : t(`exemptions.request.failure.${kind}`)}
      </p>
    </EmptyState>
  );
}
