import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import type { EntityRow } from 'backstage-plugin-security-posture-common';
import { useEntityTabLink } from '../../routing';
import styles from './EntityCells.module.css';

/** The entity's title, which leads to its tab, and its system. */
export function ServiceLink({ row }: { row: EntityRow }) {
  const tabLink = useEntityTabLink();
  const { name } = parseEntityRef(row.entityRef);
  return (
    <span className={styles.lines}>
      <Link href={tabLink(row.entityRef)} weight="bold" className={styles.link}>
        {row.title ?? name}
      </Link>
      {row.system && <SystemName systemRef={row.system} />}
    </span>
  );
}

function SystemName({ systemRef }: { systemRef: string }) {
  const { name } = parseEntityRef(systemRef, {
    defaultKind: 'system',
    defaultNamespace: 'default',
  });
  return <span className={styles.second}>{name}</span>;
}
