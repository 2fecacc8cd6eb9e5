import { ReactNode, useId, useState } from 'react';
import { AccordionGroup } from '@backstage/ui';
import type { FixFirstItem } from 'backstage-plugin-security-posture-common';
import styles from './FixFirst.module.css';

/** Props of {@link FixStack}. */
export interface FixStackProps {
  title: string;
  items: readonly FixFirstItem[];
  /** One `FixAccordion` for each. */
  children: (item: FixFirstItem, index: number) => ReactNode;
}

/** What to fix first: a stack, the first one open. Nothing where nothing is to be fixed. */
export function FixStack({ title, items, children }: FixStackProps) {
  const id = useId();
  const [expanded, setExpanded] = useState<Iterable<string | number>>(
    items.slice(0, 1).map(({ control }) => control),
  );
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <AccordionGroup
        allowsMultiple
        className={styles.stack}
        expandedKeys={expanded}
        onExpandedChange={setExpanded}
      >
        {items.map(children)}
      </AccordionGroup>
    </section>
  );
}
