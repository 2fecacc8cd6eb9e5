import { parseEntityRef } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { useEntityPageLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityCells.module.css';

/** Who owns the entity, as a link to them. */
export function OwnerLink({ row }: { row: Pick<EntityRow, 'owner'> }) {
  const { t } = usePostureTranslation();
  const pageLink = useEntityPageLink();
  if (!row.owner) {
    return (
      <span className={styles.second}>{t('organisation.table.noOwner')}</span>
    );
  }
  const owner = parseEntityRef(row.owner, {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
  return (
    <Link href={pageLink(owner)} className={styles.link}>
      <EntityDisplayName
        entityRef={owner}
        defaultKind="group"
        hideIcon
        disableTooltip
      />
    </Link>
  );
}
