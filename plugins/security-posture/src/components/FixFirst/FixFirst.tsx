import { useId, useState } from 'react';
import { AccordionGroup } from '@backstage/ui';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FixFirstEntry } from './FixFirstEntry';
import styles from './FixFirst.module.css';

/** How many fixes are shown: one next action, and two more to come. */
const SHOWN = 3;

/** Props of {@link FixFirst}. */
export interface FixFirstProps {
  posture: EntityPosture;
  /** Shows a finding in the list below. */
  onOpenFinding: (key: string) => void;
}

/** What to fix first: a stack of three, the first one open. */
export function FixFirst({ posture, onOpenFinding }: FixFirstProps) {
  const { t } = usePostureTranslation();
  const id = useId();
  const items = posture.fixFirst.slice(0, SHOWN);
  const [expanded, setExpanded] = useState<Iterable<string | number>>(
    items.slice(0, 1).map(({ control }) => control),
  );
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {t('tab.fixFirst.title')}
      </h2>
      <AccordionGroup
        allowsMultiple
        className={styles.stack}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
      >
        {items.map((item, index) => (
          <FixFirstEntry
            key={item.control}
            position={index + 1}
            item={item}
            posture={posture}
            onOpenFinding={onOpenFinding}
          />
        ))}
      </AccordionGroup>
    </section>
  );
}
