import { useState } from 'react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { countFilters } from '../../model/filterFindings';
import { ClusterList } from '../ClusterList';
import { writeComparedDays } from '../Comparison';
import { Findings } from '../Findings';
import {
  ChangeFindings,
  filtersOf,
  FindingsState,
} from '../Findings/findingsState';
import { ScoreHistory } from '../ScoreHistory';
import { WhyThisScore } from '../WhyThisScore';
import styles from './EntityPostureTab.module.css';
import { entityEventLinks, TabLink } from './entityEventLinks';
import { silentClusters } from './silentClusters';

/** Props of {@link FindingsView}. */
export interface FindingsViewProps {
  posture: EntityPosture;
  state: FindingsState & { compare: string };
  onChange: ChangeFindings;
  link: TabLink;
  /** Absolute address of a finding. */
  linkTo: (key: string) => string;
}

/** The list of findings, then what the score is made of. */
export function FindingsView(props: FindingsViewProps) {
  const { posture, state, onChange, linkTo, link } = props;
  const asks = asksForMore(posture, state);
  const [wanted, setWanted] = useState(!asks);
  if (!wanted && !asks) setWanted(true);
  return (
    <div className={styles.view}>
      <Findings
        posture={posture}
        state={state}
        onChange={onChange}
        linkTo={linkTo}
      />
      <div className={styles.pair}>
        <WhyThisScore posture={posture} />
        <ScoreHistory
          entityRef={posture.entityRef}
          wanted={wanted}
          onWanted={() => setWanted(true)}
          links={entityEventLinks(link)}
          compareLink={(from, to) =>
            link({ compare: writeComparedDays({ from, to }) })
          }
        />
      </div>
      <ClusterList
        clusters={posture.clusters}
        stale={silentClusters(posture)}
      />
    </div>
  );
}

/** True where the address alone makes the page ask for a second answer beside the posture. */
function asksForMore(
  { findings }: EntityPosture,
  state: FindingsViewProps['state'],
): boolean {
  if (state.compare !== '') return true;
  const listed = findings.items.some(({ key }) => key === state.finding);
  const complete = findings.items.length >= findings.total;
  return (
    (state.finding !== '' && !listed) ||
    (!complete && countFilters(filtersOf(state)) > 0)
  );
}
