import { Card } from '@backstage/ui';
import type {
  EntityPosture,
  PostureState,
} from 'backstage-plugin-security-posture-common';
import { ClusterList } from '../ClusterList';
import { Mapping } from '../Mapping';
import { PostureEmpty } from '../PostureEmpty';
import { ScanButton, ScanControl, ScanOutcome } from '../ScanButton';
import styles from './EntityPostureTab.module.css';

/** Props of {@link EmptyTab}. */
export interface EmptyTabProps {
  posture: EntityPosture;
  state: Exclude<PostureState, 'judged'>;
  entity: string;
  scan: ScanControl;
}

/** The states in which a scan may change something. */
const SCANNABLE: readonly PostureState[] = [
  'neverScanned',
  'unreachable',
  'noWorkloads',
];

/** The tab of an entity without findings: why, its clusters, and how it is mapped. */
export function EmptyTab({ posture, state, entity, scan }: EmptyTabProps) {
  const scannable = SCANNABLE.includes(state);
  return (
    <>
      <Card className={styles.section}>
        <PostureEmpty
          state={state}
          posture={posture}
          entity={entity}
          titleAs="h2"
          actions={
            scannable && (
              <ScanButton scan={scan} first={state === 'neverScanned'} />
            )
          }
        />
        {scannable && <ScanOutcome scan={scan} />}
      </Card>
      {posture.clusters.length > 0 && (
        <ClusterList clusters={posture.clusters} stale={[]} />
      )}
      {state !== 'noClusters' && (
        <Mapping
          posture={posture}
          open={state === 'notMapped' || state === 'noWorkloads'}
        />
      )}
    </>
  );
}
