import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/ui';
import type { FailingEntity } from 'backstage-plugin-security-posture-common';
import styles from './ControlPage.module.css';

/** Props of {@link ServiceName}. */
export interface ServiceNameProps {
  row: FailingEntity;
  href: string;
}

/** What people call a service, as a link. */
export function ServiceName({ row, href }: ServiceNameProps) {
  return (
    <Link className={styles.link} href={href}>
      <bdi>{row.title ?? parseEntityRef(row.entityRef).name}</bdi>
    </Link>
  );
}
