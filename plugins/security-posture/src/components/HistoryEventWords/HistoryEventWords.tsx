import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type { HistoryEvent } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { eventWords } from './eventWords';
import styles from './HistoryEventWords.module.css';

/** Where the words of an event lead to. What has no address stands as plain words. */
export interface EventLinks {
  /** Address of a finding, open or closed. */
  finding?: (key: string) => string;
  /** Address of an exemption. */
  exemption?: (id: string) => string;
}

/** Props of {@link HistoryEventWords}. */
export interface HistoryEventWordsProps {
  event: HistoryEvent;
  links: EventLinks;
}

/** Something that happened, as a sentence that leads to what it is about. */
export function HistoryEventWords({ event, links }: HistoryEventWordsProps) {
  const { t } = usePostureTranslation();
  const { finding } = event;
  const findingAddress = finding && links.finding?.(finding.key);
  const exemptionAddress = exemptionAddressOf(event, links);
  const words = eventWords(
    event,
    t,
    findingAddress
      ? { finding: <To address={findingAddress}>{finding.title}</To> }
      : {},
  );
  return (
    <span className={styles.words}>
      {exemptionAddress ? <To address={exemptionAddress}>{words}</To> : words}
    </span>
  );
}

/** Of an exemption the whole sentence is the link. */
function exemptionAddressOf(
  { what, ref }: HistoryEvent,
  links: EventLinks,
): string | undefined {
  return what.startsWith('exemption') && ref
    ? links.exemption?.(ref)
    : undefined;
}

function To({ address, children }: { address: string; children: ReactNode }) {
  return (
    <Link href={address} className={styles.link}>
      {children}
    </Link>
  );
}
