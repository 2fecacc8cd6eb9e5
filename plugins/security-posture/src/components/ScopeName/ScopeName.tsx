import { Link } from '@backstage/ui';
import { useEntityTabLink } from '../../routing';
import { scopeName } from './scopeName';
import styles from './ScopeName.module.css';

/** Props of {@link ScopeName}. */
export interface ScopeNameProps {
  /** A group, system, domain or entity. */
  entityRef: string;
  title?: string;
  /** Bold, for what holds others. */
  strong?: boolean;
  /** In the colour of the text around it, where another link of the row leads. */
  quiet?: boolean;
}

/** What people call an entity, as a link to its Security posture tab. */
export function ScopeName(props: ScopeNameProps) {
  const { entityRef, title, strong = false, quiet = false } = props;
  const tabLink = useEntityTabLink();
  return (
    <Link
      href={tabLink(entityRef)}
      weight={strong ? 'bold' : 'regular'}
      className={quiet ? styles.quiet : styles.link}
    >
      <bdi>{scopeName(entityRef, title)}</bdi>
    </Link>
  );
}
