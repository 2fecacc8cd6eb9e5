import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ClusterList } from '../ClusterList';
import { Findings } from '../Findings';
import {
  ChangeFindings,
  FindingsState,
  NO_FILTERS,
} from '../Findings/findingsState';
import { FixFirst } from '../FixFirst';
import { Mapping } from '../Mapping';
import { ScanControl } from '../ScanButton';
import { WhyThisScore } from '../WhyThisScore';
import styles from './EntityPostureTab.module.css';
import { silentClusters } from './silentClusters';
import { useJumpToFinding } from './useJumpToFinding';
import { VerdictSection } from './VerdictSection';

/** Props of {@link JudgedTab}. */
export interface JudgedTabProps {
  posture: EntityPosture;
  scan: ScanControl;
  state: FindingsState;
  onChange: ChangeFindings;
  linkTo: (key: string) => string;
}

/** The tab of an entity with a posture: verdict, next action, evidence, list, and what it rests on. */
export function JudgedTab(props: JudgedTabProps) {
  const { posture, scan, state, onChange, linkTo } = props;
  const { t } = usePostureTranslation();
  const { list, jumpTo } = useJumpToFinding(state.finding);
  const openFinding = (finding: string) => {
    jumpTo(finding);
    onChange({ ...NO_FILTERS, finding });
  };
  return (
    <>
      <VerdictSection posture={posture} scan={scan} />
      <FixFirst posture={posture} onOpenFinding={openFinding} />
      <div ref={list} tabIndex={-1} className={styles.list}>
        <Findings
          posture={posture}
          state={state}
          onChange={onChange}
          linkTo={linkTo}
        />
      </div>
      <div className={styles.pair}>
        <WhyThisScore posture={posture} />
        <ClusterList
          clusters={posture.clusters}
          stale={silentClusters(posture)}
        />
      </div>
      <Mapping posture={posture} open={false} />
      <p className={styles.footer}>
        {t('tab.footer', {
          profile: posture.profile,
          library: posture.library,
        })}
      </p>
    </>
  );
}
