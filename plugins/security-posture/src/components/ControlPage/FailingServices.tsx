import { RiShieldCheckLine } from '@remixicon/react';
import type {
  ControlEntitiesResponse,
  FailingEntity,
} from 'backstage-plugin-security-posture-common';
import { Resource } from '../../api';
import { useEntityTabLink } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DataColumn, DataTable } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { OwnerLink } from '../EntityList/OwnerLink';
import { Loaded } from '../Loaded';
import { CursorPages, Pager } from '../Pager';
import { ReadinessMark } from '../ReadinessMark';
import { TabSection } from '../TabSection';
import { ServiceName } from './ServiceName';
import styles from './ControlPage.module.css';

/** Rows of a page. */
export const PAGE_SIZE = 20;

/** Props of {@link FailingServices}. */
export interface FailingServicesProps {
  /** Id of the control. */
  control: string;
  failing: Resource<ControlEntitiesResponse>;
  pages: CursorPages;
}

/** The services that fail a control, most objects first, each with a link to its findings of it. */
export function FailingServices(props: FailingServicesProps) {
  const { control, failing, pages } = props;
  const { t } = usePostureTranslation();
  const tabLink = useEntityTabLink();
  const linkOf = (entityRef: string) => tabLink(entityRef, { search: control });
  return (
    <TabSection flush title={t('control.services.title')}>
      <Loaded resource={failing} height={160}>
        {answer =>
          answer.items.length === 0 ? (
            <div className={styles.state}>
              <EmptyState
                icon={RiShieldCheckLine}
                title={t('control.services.none')}
              />
            </div>
          ) : (
            <>
              <DataTable
                label={t('control.services.title')}
                columns={columnsOf(linkOf, t)}
                rows={answer.items}
                rowKey={({ entityRef }) => entityRef}
                outdated={failing.outdated}
              />
              <div className={styles.pager}>
                <Pager
                  answer={answer}
                  pages={pages}
                  pageSize={PAGE_SIZE}
                  outdated={failing.outdated}
                />
              </div>
            </>
          )
        }
      </Loaded>
    </TabSection>
  );
}

function columnsOf(
  linkOf: (entityRef: string) => string,
  t: PostureTranslate,
): DataColumn<FailingEntity>[] {
  return [
    {
      id: 'service',
      header: t('control.services.service'),
      rowHeader: true,
      cell: row => <ServiceName row={row} href={linkOf(row.entityRef)} />,
    },
    {
      id: 'owner',
      header: t('control.services.owner'),
      width: '22%',
      cell: row => <OwnerLink row={row} />,
    },
    {
      id: 'readiness',
      header: t('control.services.readiness'),
      width: '18%',
      cell: ({ readiness }) => (
        <ReadinessMark readiness={readiness}>
          {t(`organisation.readiness.${readiness}`)}
        </ReadinessMark>
      ),
    },
    {
      id: 'failing',
      header: t('control.services.failing'),
      align: 'end',
      width: '14%',
      cell: ({ subjects }) => subjects || t('controls.table.none'),
    },
    {
      id: 'exempted',
      header: t('control.services.exempted'),
      align: 'end',
      width: '14%',
      cell: ({ exempted }) => exempted || t('controls.table.none'),
    },
  ];
}
