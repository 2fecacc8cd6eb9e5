import type {
  EntityPosture,
  FindingView,
} from 'backstage-plugin-security-posture-common';
import { useControl } from '../../api/useControl';
import { FindingDetail } from '../FindingDetail';

/** Props of {@link LoadedFindingDetail}. */
export interface LoadedFindingDetailProps {
  finding: FindingView;
  siblings: readonly FindingView[];
  toldBy: 'control' | 'workload';
  posture: EntityPosture;
  linkTo: (key: string) => string;
  onSelect: (key: string) => void;
}

/** A finding with the words of its control: those that Fix first brought, else they are asked for. */
export function LoadedFindingDetail(props: LoadedFindingDetailProps) {
  const { finding, posture, ...others } = props;
  const known = posture.fixFirst.find(
    ({ control }) => control === finding.control,
  );
  const asked = useControl(known ? undefined : finding.control);
  return (
    <FindingDetail
      finding={finding}
      control={known ?? asked.data}
      controlFailed={asked.failure !== undefined}
      {...others}
    />
  );
}
