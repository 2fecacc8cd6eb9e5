import { Button, Link } from '@backstage/ui';
import type { AttestationView } from 'backstage-plugin-security-posture-common';
import { useClusterPart } from '../../api';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { Loaded } from '../Loaded';
import { Pager, useCursorPages } from '../Pager';
import { RelativeTime } from '../RelativeTime';
import { ControlState, StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import {
  AttestButton,
  AttestNote,
  NoAttestations,
} from './AttestationsSection';
import type { AttestingViewProps } from './ClusterContent';
import { ExpiryWords } from './ExpiryWords';
import { PersonName } from './PersonName';
import styles from './ClusterPage.module.css';

const PAGE_SIZE = 25;

/** Everything that people stated of the cluster, what was replaced and withdrawn too. */
export function AttestationsView(props: AttestingViewProps) {
  const { overview, mayAttest, onChange } = props;
  const { t } = usePostureTranslation();
  const { name } = overview.cluster;
  const pages = useCursorPages(`attestations ${name}`);
  const query = { cluster: name, cursor: pages.cursor, limit: PAGE_SIZE };
  const attestations = useClusterPart(
    name,
    'attestations',
    api => api.getAttestations(query),
    query,
  );
  return (
    <TabSection
      title={t('attestations.title')}
      actions={
        <AttestButton
          shown={mayAttest && overview.attestations.attestable.length > 0}
          onPress={() => onChange({ attest: 'new' })}
        />
      }
      flush
    >
      <Loaded resource={attestations} height={320}>
        {data =>
          data.items.length === 0 ? (
            <NoAttestations attestations={overview.attestations} />
          ) : (
            <>
              <HistoryTable
                {...props}
                items={data.items}
                outdated={attestations.outdated}
              />
              {data.total > data.items.length && (
                <div className={styles.within}>
                  <Pager
                    answer={data}
                    pages={pages}
                    pageSize={PAGE_SIZE}
                    outdated={attestations.outdated}
                  />
                </div>
              )}
            </>
          )
        }
      </Loaded>
      <AttestNote mayAttest={mayAttest} attestations={overview.attestations} />
    </TabSection>
  );
}

interface HistoryTableProps extends AttestingViewProps {
  items: readonly AttestationView[];
  outdated: boolean;
}

function HistoryTable(props: HistoryTableProps) {
  const { items, outdated } = props;
  const { t } = usePostureTranslation();
  return (
    <DataTable
      label={t('attestations.history')}
      columns={useColumns(props)}
      rows={items}
      rowKey={({ id }) => id}
      outdated={outdated}
    />
  );
}

function useColumns(props: HistoryTableProps): DataColumn<AttestationView>[] {
  const { t } = usePostureTranslation();
  return [
    {
      id: 'control',
      header: t('attestations.control'),
      rowHeader: true,
      cell: attestation => <ControlCell attestation={attestation} />,
    },
    {
      id: 'statement',
      header: t('attestations.statement'),
      cell: attestation => <StatementCell attestation={attestation} />,
    },
    {
      id: 'by',
      header: t('attestations.by'),
      width: '16%',
      cell: ({ author, createdAt }) => (
        <>
          <PersonName userRef={author} />
          <span className={styles.aside}>
            <RelativeTime iso={createdAt} />
          </span>
        </>
      ),
    },
    {
      id: 'state',
      header: t('attestations.state'),
      width: '14%',
      cell: attestation => <StateCell attestation={attestation} />,
    },
    ...(props.mayAttest
      ? [
          {
            id: 'actions',
            header: t('attestations.actions'),
            cell: (attestation: AttestationView) => (
              <Actions attestation={attestation} onChange={props.onChange} />
            ),
          },
        ]
      : []),
  ];
}

function ControlCell({ attestation }: { attestation: AttestationView }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  const { control, title, outcome } = attestation;
  return (
    <>
      <Link href={link('controls', { name: control })} className={styles.link}>
        {title}
      </Link>
      <span className={styles.aside}>
        {t(`attestations.outcome.${outcome}`)}
      </span>
    </>
  );
}

function StatementCell({ attestation }: { attestation: AttestationView }) {
  const { t } = usePostureTranslation();
  const { statement, link } = attestation;
  return (
    <>
      <span className={styles.statement}>{statement}</span>
      {link && (
        <Link href={link} target="_blank" className={styles.link}>
          {t('attestations.link')}
        </Link>
      )}
    </>
  );
}

const MARKS: Record<AttestationView['state'], ControlState> = {
  inForce: 'passing',
  expired: 'stale',
  replaced: 'notApplicable',
  withdrawn: 'notApplicable',
};

function StateCell({ attestation }: { attestation: AttestationView }) {
  const { t } = usePostureTranslation();
  const { state, endedAt, endedBy } = attestation;
  return (
    <>
      <StateMark state={MARKS[state]}>
        {t(`attestations.states.${state}`)}
      </StateMark>
      <span className={styles.aside}>
        {endedAt && endedBy ? (
          t('attestations.endedBy', {
            time: <RelativeTime iso={endedAt} />,
            person: <PersonName userRef={endedBy} />,
          })
        ) : (
          <ExpiryWords attestation={attestation} />
        )}
      </span>
    </>
  );
}

interface ActionsProps {
  attestation: AttestationView;
  onChange: AttestingViewProps['onChange'];
}

/** What ended is history: only what stands can be renewed or withdrawn. */
function Actions({ attestation, onChange }: ActionsProps) {
  const { t } = usePostureTranslation();
  const { id, control, title, state } = attestation;
  if (state === 'replaced' || state === 'withdrawn') return null;
  return (
    <span className={styles.words}>
      <Button
        size="small"
        variant="secondary"
        aria-label={`${t('attestations.renew')}: ${title}`}
        onPress={() => onChange({ attest: control })}
      >
        {t('attestations.renew')}
      </Button>
      <Button
        size="small"
        variant="tertiary"
        aria-label={`${t('attestations.withdraw')}: ${title}`}
        onPress={() => onChange({ withdraw: id })}
      >
        {t('attestations.withdraw')}
      </Button>
    </span>
  );
}
