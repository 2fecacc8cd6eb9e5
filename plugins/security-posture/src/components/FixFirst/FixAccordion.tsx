import { ReactNode } from 'react';
import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { FixFirstItem } from 'backstage-plugin-security-posture-common';
import { SeverityBadge } from '../SeverityBadge';
import { FixEffectWords } from './FixEffectWords';
import styles from './FixFirst.module.css';

/** Props of {@link FixAccordion}. */
export interface FixAccordionProps {
  position: number;
  item: FixFirstItem;
  /** What it is about: "1 of 5 workloads: deploy/payments-api, prod-eu". */
  where: string;
  /** True where nothing stands beside the words: no patch. */
  single?: boolean;
  /** Why, where and how, and the patch. */
  children: ReactNode;
}

/** One fix: a line that says what and what it brings, and beneath it the rest. */
export function FixAccordion(props: FixAccordionProps) {
  const { position, item, where, single = false, children } = props;
  return (
    <Accordion id={item.control} className={styles.entry}>
      <AccordionTrigger level={3} className={styles.trigger}>
        <span className={styles.line}>
          <span className={styles.position}>{position}</span>
          <SeverityBadge severity={item.severity} />
          <span className={styles.what}>
            <span className={styles.title}>{item.title}</span>
            <span className={styles.where}>{where}</span>
          </span>
          <FixEffectWords item={item} />
        </span>
      </AccordionTrigger>
      <AccordionPanel>
        <div className={styles.panel} data-single={single}>
          {children}
        </div>
      </AccordionPanel>
    </Accordion>
  );
}
