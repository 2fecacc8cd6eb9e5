import { ReactNode } from 'react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  ClusterOverview,
  postureAttestationCreatePermission,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { AttestPanel } from '../AttestPanel';
import { ClusterDrift } from '../ClusterDrift';
import { TabSection } from '../TabSection';
import { AccessView } from './AccessView';
import { AttestationsView } from './AttestationsView';
import {
  ChangeClusterPage,
  ClusterPageState,
  ClusterViewName,
  viewOf,
} from './clusterViews';
import { ControlsView } from './ControlsView';
import { NamespacesView } from './NamespacesView';
import { NodesView } from './NodesView';
import { PostureView } from './PostureView';
import { SweepsView } from './SweepsView';
import { WithdrawDialog } from './WithdrawDialog';
import styles from './ClusterPage.module.css';

/** Props of {@link ClusterContent} and of each view. */
export interface ClusterContentProps {
  overview: ClusterOverview;
  state: ClusterPageState;
  onChange: ChangeClusterPage;
}

/** The view that the address names, and what is open above it. */
export function ClusterContent(props: ClusterContentProps) {
  const { overview, state, onChange } = props;
  const { allowed } = usePermission({
    permission: postureAttestationCreatePermission,
  });
  return (
    <>
      <div className={styles.view}>
        {drawView(viewOf(state.view), { ...props, mayAttest: allowed })}
      </div>
      {state.attest !== '' && allowed && (
        <AttestPanel
          cluster={overview.cluster.name}
          attestable={overview.attestations.attestable}
          control={state.attest}
          onChoose={attest => onChange({ attest })}
          onClose={() => onChange({ attest: '' })}
        />
      )}
      {state.withdraw !== '' && allowed && (
        <WithdrawDialog
          cluster={overview.cluster.name}
          id={state.withdraw}
          onClose={() => onChange({ withdraw: '' })}
        />
      )}
    </>
  );
}

/** Props of a view that knows whether the user may attest. */
export interface AttestingViewProps extends ClusterContentProps {
  mayAttest: boolean;
}

function drawView(view: ClusterViewName, props: AttestingViewProps): ReactNode {
  const { name } = props.overview.cluster;
  switch (view) {
    case 'controls':
      return <ControlsView {...props} />;
    case 'nodes':
      return <NodesView cluster={name} />;
    case 'namespaces':
      return <NamespacesView cluster={name} />;
    case 'access':
      return <AccessView cluster={name} />;
    case 'attestations':
      return <AttestationsView {...props} />;
    case 'sweeps':
      return <SweepsView cluster={name} />;
    case 'drift':
      return <DriftView {...props} />;
    default:
      return <PostureView {...props} />;
  }
}

function DriftView({ overview, state, onChange }: ClusterContentProps) {
  const { t } = usePostureTranslation();
  const { cluster, others } = overview;
  return (
    <TabSection title={t('clusters.drift.title')} flush>
      <ClusterDrift
        clusters={[cluster, ...others]}
        a={cluster.name}
        b={state.b}
        fixed
        onChange={({ b }) => onChange({ b })}
      />
    </TabSection>
  );
}
