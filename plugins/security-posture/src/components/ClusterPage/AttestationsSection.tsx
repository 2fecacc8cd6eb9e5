import { Button, Link } from '@backstage/ui';
import { RiAddLine, RiUserVoiceLine } from '@remixicon/react';
import {
  AttestationState,
  AttestationView,
  postureAttestationCreatePermission,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { TabSection } from '../TabSection';
import type { AttestingViewProps } from './ClusterContent';
import { ExpiryWords } from './ExpiryWords';
import { PersonName } from './PersonName';
import { useViewLink } from './useViewLink';
import styles from './ClusterPage.module.css';

/** What people state of the cluster, the next to expire first. */
export function AttestationsSection(props: AttestingViewProps) {
  const { overview, mayAttest, onChange } = props;
  const { t } = usePostureTranslation();
  const { attestations, cluster } = overview;
  const viewLink = useViewLink(cluster.name);
  const standing = attestations.inForce + attestations.expired;
  return (
    <TabSection
      title={t('attestations.title')}
      actions={
        <>
          {standing > 0 && (
            <Link href={viewLink('attestations')} className={styles.link}>
              {t('attestations.all', { count: standing })}
            </Link>
          )}
          <AttestButton
            shown={mayAttest && attestations.attestable.length > 0}
            onPress={() => onChange({ attest: 'new' })}
          />
        </>
      }
      flush
    >
      {attestations.items.length > 0 ? (
        <StatementTable items={attestations.items} />
      ) : (
        <NoAttestations attestations={attestations} />
      )}
      <AttestNote mayAttest={mayAttest} attestations={attestations} />
    </TabSection>
  );
}

/** Props of {@link AttestButton}. */
export interface AttestButtonProps {
  /** False for users who may not, and where nothing is asked. */
  shown: boolean;
  onPress: () => void;
}

/** Opens the form for a new attestation. */
export function AttestButton({ shown, onPress }: AttestButtonProps) {
  const { t } = usePostureTranslation();
  if (!shown) return null;
  return (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiAddLine />}
      onPress={onPress}
    >
      {t('attestations.add')}
    </Button>
  );
}

function StatementTable({ items }: { items: readonly AttestationView[] }) {
  const { t } = usePostureTranslation();
  return (
    <DataTable
      label={t('attestations.label')}
      columns={[
        {
          id: 'control',
          header: t('attestations.control'),
          rowHeader: true,
          cell: ({ title, outcome }) => (
            <>
              {title}
              {outcome === 'fail' && (
                <span className={styles.aside}>
                  {t('attestations.outcome.fail')}
                </span>
              )}
            </>
          ),
        },
        {
          id: 'by',
          header: t('attestations.by'),
          cell: ({ author }) => <PersonName userRef={author} />,
        },
        {
          id: 'expires',
          header: t('attestations.expires'),
          cell: attestation => <ExpiryWords attestation={attestation} />,
        },
      ]}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}

/** Says that nobody stated anything, and what waits for somebody who does. */
export function NoAttestations({
  attestations,
}: {
  attestations: AttestationState;
}) {
  const { t } = usePostureTranslation();
  const { attestable } = attestations;
  return (
    <div className={styles.within}>
      <EmptyState icon={RiUserVoiceLine} title={t('attestations.none')}>
        {attestable.length
          ? t('attestations.noneDetail', { count: attestable.length })
          : t('attestations.nothingAsked')}
      </EmptyState>
    </div>
  );
}

/** Props of {@link AttestNote}. */
export interface AttestNoteProps {
  mayAttest: boolean;
  attestations: AttestationState;
}

/** How many controls wait for a person, and whom to ask for the permission. */
export function AttestNote({ mayAttest, attestations }: AttestNoteProps) {
  const { t } = usePostureTranslation();
  const waiting = attestations.attestable.filter(
    ({ replaces }) => replaces?.state !== 'inForce',
  ).length;
  if (waiting === 0) return null;
  return (
    <p className={styles.note}>
      {attestations.items.length > 0 &&
        t('attestations.waiting', { count: waiting })}{' '}
      {!mayAttest &&
        t('attestations.mayNot', {
          permission: <code>{postureAttestationCreatePermission.name}</code>,
        })}
    </p>
  );
}
