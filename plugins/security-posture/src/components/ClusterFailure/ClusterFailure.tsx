import { Card } from '@backstage/ui';
import { postureClusterReadPermission } from 'backstage-plugin-security-posture-common';
import { Failure } from '../../api';
import { FailureState } from '../FailureState';

/** Props of {@link ClusterFailure}. */
export interface ClusterFailureProps {
  failure: Failure;
  onRetry: () => void;
}

/** Why nothing of a cluster is shown: often for want of the permission to read clusters. */
export function ClusterFailure({ failure, onRetry }: ClusterFailureProps) {
  return (
    <Card>
      <FailureState
        failure={failure}
        onRetry={onRetry}
        titleAs="h2"
        permission={postureClusterReadPermission.name}
      />
    </Card>
  );
}
