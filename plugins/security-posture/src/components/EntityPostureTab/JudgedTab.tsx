import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { NO_FILTERS } from '../Findings/findingsState';
import { FixFirst } from '../FixFirst';
import { Mapping } from '../Mapping';
import { ScanControl } from '../ScanButton';
import type { TabLink } from './entityEventLinks';
import styles from './EntityPostureTab.module.css';
import { EntityViews } from './EntityViews';
import { TabExemptions } from './TabExemptions';
import { useJumpToFinding } from './useJumpToFinding';
import { VerdictSection } from './VerdictSection';
import { ViewContent } from './ViewContent';
import { ChangeTab, TAB_DEFAULTS, TabState, viewOf } from './viewState';

/** Props of {@link JudgedTab}. */
export interface JudgedTabProps {
  posture: EntityPosture;
  scan: ScanControl;
  state: TabState;
  onChange: ChangeTab;
  linkTo: (key: string) => string;
  link: TabLink;
}

/** The tab of an entity with a posture: verdict, next action, evidence, list, and what it rests on. */
export function JudgedTab(props: JudgedTabProps) {
  const { posture, scan, state, onChange } = props;
  const { t } = usePostureTranslation();
  const { list, jumpTo } = useJumpToFinding(state.finding);
  const openFinding = (finding: string) => {
    jumpTo(finding);
    onChange({ ...NO_FILTERS, view: TAB_DEFAULTS.view, finding });
  };
  return (
    <TabExemptions posture={posture} state={state} onChange={onChange}>
      <VerdictSection
        posture={posture}
        scan={scan}
        onCompare={compare => onChange({ compare })}
        link={props.link}
      />
      <FixFirst posture={posture} onOpenFinding={openFinding} />
      <div ref={list} tabIndex={-1} className={styles.list}>
        <EntityViews
          view={viewOf(state.view)}
          onChange={view => onChange({ view })}
          counts={{
            findings: posture.findings.total - posture.findings.notes,
            workloads: posture.workloads,
            exemptions: countOf(posture),
          }}
        >
          {view => <ViewContent view={view} tab={props} />}
        </EntityViews>
      </div>
      <Mapping posture={posture} open={false} />
      <p className={styles.footer}>
        {t('tab.footer', {
          profile: posture.profile,
          library: posture.library,
        })}
      </p>
    </TabExemptions>
  );
}

/** Exemptions that wait or are in force; no number where there is none. */
function countOf({ exemptions }: EntityPosture): number | undefined {
  return exemptions.pending + exemptions.inForce || undefined;
}
