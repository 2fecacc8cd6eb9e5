import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type {
  EntityPosture,
  FixFirstItem,
} from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { PatchTabs } from '../PatchTabs';
import { SeverityBadge } from '../SeverityBadge';
import { subjectWords } from '../SubjectWords';
import { FixEffectWords } from './FixEffectWords';
import { FixWords } from './FixWords';
import styles from './FixFirst.module.css';

/** Props of {@link FixFirstEntry}. */
export interface FixFirstEntryProps {
  position: number;
  item: FixFirstItem;
  posture: EntityPosture;
  onOpenFinding: (key: string) => void;
}

/** One fix: a line that says what and what it brings, and beneath it why, where, how. */
export function FixFirstEntry(props: FixFirstEntryProps) {
  const { position, item, posture, onOpenFinding } = props;
  const { t } = usePostureTranslation();
  return (
    <Accordion id={item.control} className={styles.entry}>
      <AccordionTrigger level={3} className={styles.trigger}>
        <span className={styles.line}>
          <span className={styles.position}>{position}</span>
          <SeverityBadge severity={item.severity} />
          <span className={styles.what}>
            <span className={styles.title}>{item.title}</span>
            <span className={styles.where}>{whereOf(item, posture, t)}</span>
          </span>
          <FixEffectWords item={item} />
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.panel} data-single={item.patches.length === 0}>
          <FixWords
            item={item}
            findings={posture.findings.items}
            onOpenFinding={onOpenFinding}
          />
          <PatchTabs patches={item.patches} />
        </div>
      </AccordionPanel>
    </Accordion>
  );
}

/** "1 of 5 workloads: deploy/payments-api, prod-eu"; of images and service accounts, "1 image: image/shop/web:1.4, prod-eu". */
function whereOf(
  { workloads, workloadsTotal }: FixFirstItem,
  posture: EntityPosture,
  t: PostureTranslate,
): string {
  const count = subjectWords(workloads, posture, t, workloadsTotal);
  if (workloadsTotal !== 1 || workloads.length === 0) return count;
  const [only] = workloads;
  return `${count}: ${subjectName(only)}, ${only.cluster}`;
}
