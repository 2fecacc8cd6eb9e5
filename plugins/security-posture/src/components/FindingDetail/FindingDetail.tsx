import type { FindingView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CopyButton } from '../CopyButton';
import { FindingExemptionNotes } from '../ExemptionPanels';
import { FrameworkReferences } from '../FrameworkReferences';
import { RelativeTime } from '../RelativeTime';
import { StateMark } from '../StateMark';
import { ControlWords } from './ControlWords';
import { Evidence } from './Evidence';
import { FindingPlaces } from './FindingPlaces';
import styles from './FindingDetail.module.css';

/** Props of {@link FindingDetail}. */
export interface FindingDetailProps {
  /** The finding whose evidence is shown. */
  finding: FindingView;
  /** The findings of its group, to choose from. */
  siblings: readonly FindingView[];
  /** Whether siblings are told apart by object or by control. */
  toldBy: 'control' | 'subject';
  /** Absolute address of a finding. */
  linkTo: (key: string) => string;
  onSelect: (key: string) => void;
  /** True where it keeps no distance from what is around it. */
  flush?: boolean;
}

/** What is known of a finding: why, where, the failing field, the patch, who asks for it. */
export function FindingDetail(props: FindingDetailProps) {
  const { finding, siblings, toldBy, linkTo, onSelect, flush = false } = props;
  const { t } = usePostureTranslation();
  return (
    <div className={styles.detail} data-flush={flush}>
      <ControlWords finding={finding} />
      <StateNotes finding={finding} />
      <FindingExemptionNotes finding={finding} />
      <FindingPlaces
        findings={siblings}
        selected={finding.key}
        toldBy={toldBy}
        onSelect={onSelect}
      />
      {finding.outcome === 'fail' && <Evidence finding={finding} />}
      <div className={styles.columns}>
        <div>
          <h3 className={styles.heading}>{t('tab.finding.askedFor')}</h3>
          <FrameworkReferences references={finding.frameworks} />
        </div>
        <div className={styles.foot}>
          <span className={styles.opened}>
            {t('tab.finding.opened', {
              time: <RelativeTime iso={finding.openedAt} />,
            })}
          </span>
          <CopyButton
            variant="tertiary"
            text={linkTo(finding.key)}
            label={t('tab.finding.copyLink')}
          />
        </div>
      </div>
    </div>
  );
}

/** What limits a finding: not judged, not judged again, a remark. */
function StateNotes({ finding }: { finding: FindingView }) {
  const { t } = usePostureTranslation();
  const { outcome, reason, reasonText, staleSince, note } = finding;
  const why = reason ? t(`shared.reason.${reason}`) : reasonText;
  return (
    <>
      {outcome === 'notEvaluated' && why && (
        <StateMark state="notEvaluated">
          {t('tab.finding.notEvaluated', { reason: why })}
        </StateMark>
      )}
      {staleSince && (
        <StateMark state="stale">
          {t('tab.finding.stale', { time: <RelativeTime iso={staleSince} /> })}
        </StateMark>
      )}
      {note && <span>{t('tab.finding.note', { note })}</span>}
    </>
  );
}
