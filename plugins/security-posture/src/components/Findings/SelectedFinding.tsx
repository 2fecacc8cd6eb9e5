import { ReactNode, useId } from 'react';
import { Button } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiCloseLine,
  RiLinkUnlink,
} from '@remixicon/react';
import type { FindingView } from 'backstage-plugin-security-posture-common';
import { Failure } from '../../api';
import { useFinding } from '../../api/useFinding';
import { subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { FailureState } from '../FailureState';
import { FindingDetail } from '../FindingDetail';
import { RelativeTime } from '../RelativeTime';
import { SeverityBadge } from '../SeverityBadge';
import styles from './Findings.module.css';

/** Props of {@link SelectedFinding}. */
export interface SelectedFindingProps {
  findingKey: string;
  /** The findings that are here, of which the filters hide some. */
  loaded: readonly FindingView[];
  linkTo: (key: string) => string;
  onClose: () => void;
}

/** The finding of the address where the list does not show it: hidden by filters, on another page, closed or unknown. */
export function SelectedFinding(props: SelectedFindingProps) {
  const { findingKey, loaded, linkTo, onClose } = props;
  const { t } = usePostureTranslation();
  const hidden = loaded.find(({ key }) => key === findingKey);
  const asked = useFinding(hidden ? undefined : findingKey);
  const finding = hidden ?? asked.data;
  if (!finding) {
    return (
      <Frame title={t('tab.finding.title')} onClose={onClose}>
        <Missing failure={asked.failure} onRetry={asked.refresh} />
      </Frame>
    );
  }
  const aside = hidden
    ? 'tab.finding.hiddenByFilters'
    : 'tab.finding.notInList';
  return (
    <Frame
      title={finding.title}
      aside={t(aside)}
      mark={<SeverityBadge severity={finding.severity} />}
      onClose={onClose}
    >
      {finding.closedAt ? (
        <Closed finding={finding} closedAt={finding.closedAt} />
      ) : (
        <FindingDetail
          finding={finding}
          siblings={[finding]}
          toldBy="subject"
          linkTo={linkTo}
          onSelect={onClose}
        />
      )}
    </Frame>
  );
}

function Frame({
  title,
  aside,
  mark,
  onClose,
  children,
}: {
  title: string;
  aside?: string;
  mark?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = usePostureTranslation();
  const id = useId();
  return (
    <section className={styles.selected} aria-labelledby={id}>
      <div className={styles.selectedHeading}>
        {mark}
        <h3 id={id} className={styles.selectedTitle}>
          {title}
        </h3>
        <span className={styles.selectedAside}>{aside}</span>
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiCloseLine />}
          onPress={onClose}
        >
          {t('tab.finding.close')}
        </Button>
      </div>
      {children}
    </section>
  );
}

function Missing({
  failure,
  onRetry,
}: {
  failure: Failure | undefined;
  onRetry: () => void;
}) {
  const { t } = usePostureTranslation();
  if (!failure) {
    return (
      <p className={styles.note} role="status">
        {t('tab.finding.loading')}
      </p>
    );
  }
  if (failure.kind === 'notFound' || failure.kind === 'invalid') {
    return <Gone text={t('tab.finding.gone')} />;
  }
  return (
    <div className={styles.note}>
      <FailureState failure={failure} onRetry={onRetry} />
    </div>
  );
}

/** When and why it was closed, and where it was. */
function Closed({
  finding,
  closedAt,
}: {
  finding: FindingView;
  closedAt: string;
}) {
  const { t } = usePostureTranslation();
  const { closedBecause, resource } = finding;
  const time = <RelativeTime iso={closedAt} />;
  return (
    <div className={styles.note}>
      <EmptyState
        icon={RiCheckboxCircleLine}
        title={
          closedBecause
            ? t(`tab.finding.closedBecause.${closedBecause}`, { time })
            : t('tab.finding.closed', { time })
        }
      >
        <p>
          {subjectName(resource)}, {resource.cluster}
        </p>
      </EmptyState>
    </div>
  );
}

function Gone({ text }: { text: string }) {
  const { t } = usePostureTranslation();
  return (
    <div className={styles.note}>
      <EmptyState icon={RiLinkUnlink} title={t('tab.finding.goneTitle')}>
        <p>{text}</p>
      </EmptyState>
    </div>
  );
}
