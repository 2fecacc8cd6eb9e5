import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { Failure, useExemption } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { AboutFinding } from '../ExemptionStanding';
import { FailureState } from '../FailureState';
import { SidePanel } from '../SidePanel';
import { DecisionFooter } from './DecisionFooter';
import { ExemptionDecision } from './ExemptionDecision';
import { useDecision } from './useDecision';

/** Props of {@link ExemptionPanel}. */
export interface ExemptionPanelProps {
  id: string;
  /** The exemption, where a list has it already. */
  known?: ExemptionDetails;
  /** Refs of the groups whose members decide, where that is known. */
  approvers?: readonly string[];
  onClose: () => void;
  /** Asks for an exemption of the finding anew, where this one is over. */
  onAgain?: (findingKey: string) => void;
}

/** One exemption at the side of the page: what it is about, who did what, and what the user may do with it. */
export function ExemptionPanel(props: ExemptionPanelProps) {
  const { id, known, approvers, onClose, onAgain } = props;
  const { t } = usePostureTranslation();
  const asked = useExemption(known ? undefined : id);
  const exemption = known ?? asked.data;
  const decision = useDecision(exemption);
  const mayApprove = exemption?.may.includes('approve');
  return (
    <SidePanel
      title={t(
        mayApprove ? 'exemptions.panel.decideTitle' : 'exemptions.panel.title',
      )}
      mark={
        exemption && (
          <AboutFinding severity={exemption.severity} title={exemption.title} />
        )
      }
      onClose={onClose}
      footer={
        exemption &&
        hasActions(exemption, onAgain) && (
          <DecisionFooter
            exemption={exemption}
            decision={decision}
            onAgain={onAgain}
          />
        )
      }
    >
      {exemption ? (
        <ExemptionDecision
          exemption={exemption}
          approvers={approvers}
          decision={decision}
        />
      ) : (
        <NoExemption failure={asked.failure} onRetry={asked.refresh} />
      )}
    </SidePanel>
  );
}

/** What waits or is in force is decided on; what is over is asked for anew. */
function hasActions(
  { may, state, findingKey }: ExemptionDetails,
  onAgain: ExemptionPanelProps['onAgain'],
): boolean {
  if (state === 'pending' || state === 'approved') return may.length > 0;
  return onAgain !== undefined && findingKey !== undefined;
}

/** Until it is there, or why it is not. */
function NoExemption(props: {
  failure: Failure | undefined;
  onRetry: () => void;
}) {
  const { failure, onRetry } = props;
  const { t } = usePostureTranslation();
  if (!failure) {
    return (
      <div role="status">
        <VisuallyHidden>{t('exemptions.panel.loading')}</VisuallyHidden>
        <Skeleton width="100%" height={320} />
      </div>
    );
  }
  return failure.kind === 'notFound' || failure.kind === 'invalid' ? (
    <EmptyState icon={RiSearchLine} title={t('exemptions.panel.notFoundTitle')}>
      <p>{t('exemptions.panel.notFound')}</p>
    </EmptyState>
  ) : (
    <FailureState failure={failure} onRetry={onRetry} />
  );
}
