import { Card } from '@backstage/ui';
import type {
  EntityPosture,
  ReadinessReason,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { CompareButton } from '../Comparison';
import { ExportButton } from '../ExportButton';
import { RelativeTime } from '../RelativeTime';
import { ScanButton, ScanControl, ScanOutcome } from '../ScanButton';
import { StateMark } from '../StateMark';
import { Verdict } from '../Verdict';
import styles from './EntityPostureTab.module.css';
import { TabLink } from './entityEventLinks';
import { LastMove } from './LastMove';
import { PostureFacts } from './PostureFacts';

/** Props of {@link VerdictSection}. */
export interface VerdictSectionProps {
  posture: EntityPosture;
  scan: ScanControl;
  /** Opens the comparison of two days, as the address has them. */
  onCompare: (days: string) => void;
  link: TabLink;
}

/** The verdict, Rescan with its progress, and the facts that the verdict rests on. */
export function VerdictSection(props: VerdictSectionProps) {
  const { posture, scan, onCompare, link } = props;
  const move = posture.recent?.moved;
  return (
    <Card className={styles.section}>
      <Verdict
        posture={posture}
        size="large"
        actions={
          <div className={styles.actions}>
            <ScanButton scan={scan} />
            <ExportButton of={{ scope: 'entity', ref: posture.entityRef }} />
            <CompareButton onCompare={onCompare} />
          </div>
        }
      />
      <ScanOutcome scan={scan} />
      <PostureFacts posture={posture} />
      {move && <LastMove move={move} link={link} />}
      <StaleNotes posture={posture} />
    </Card>
  );
}

type StaleReason = Extract<ReadinessReason, { kind: 'staleCluster' }>;

/** Which clusters are silent, since when, and what becomes of their numbers. */
function StaleNotes({ posture }: { posture: EntityPosture }) {
  const { t } = usePostureTranslation();
  const stale = posture.reasons.filter(
    (reason): reason is StaleReason => reason.kind === 'staleCluster',
  );
  if (stale.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {stale.map(reason => (
        <li key={reason.cluster}>
          <StateMark state="stale">
            {staleWords(reason, t)} {t('tab.stale.kept')}
          </StateMark>
        </li>
      ))}
    </ul>
  );
}

function staleWords(
  { cluster, since, reason }: StaleReason,
  t: PostureTranslate,
) {
  const why = reason && t(`shared.reason.${reason}`);
  const time = since && <RelativeTime iso={since} />;
  if (time && why) return t('tab.stale.since', { cluster, time, reason: why });
  if (time) return t('tab.stale.sinceWithoutReason', { cluster, time });
  if (why) return t('tab.stale.failing', { cluster, reason: why });
  return t('tab.stale.old', { cluster });
}
