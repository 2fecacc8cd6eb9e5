import { Card } from '@backstage/ui';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { CompareButton } from '../Comparison';
import { ExportButton } from '../ExportButton';
import { ScanButton, ScanControl, ScanOutcome } from '../ScanButton';
import { Verdict } from '../Verdict';
import { ClusterNotes } from './ClusterNotes';
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
      <ClusterNotes posture={posture} />
    </Card>
  );
}
