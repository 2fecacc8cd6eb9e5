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
import { subjectWords } from '../SubjectWords';
import { FixAccordion } from './FixAccordion';
import { FixWords } from './FixWords';

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
    <FixAccordion
      position={position}
      item={item}
      where={whereOf(item, posture, t)}
      single={item.patches.length === 0}
    >
      <FixWords
        item={item}
        findings={posture.findings.items}
        onOpenFinding={onOpenFinding}
      />
      <PatchTabs patches={item.patches} />
    </FixAccordion>
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
