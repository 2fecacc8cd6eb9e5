import { parseEntityRef } from '@backstage/catalog-model';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useEntityPageLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './ActorName.module.css';

/** Props of {@link ActorName}. */
export interface ActorNameProps {
  /** Ref of a user or a group; `annotation`, or `system` for what happens by itself. */
  actor: string;
}

/** Who did something, as a link to them where they are in the catalog. */
export function ActorName({ actor }: ActorNameProps) {
  const { t } = usePostureTranslation();
  const pageLink = useEntityPageLink();
  if (actor === 'annotation' || actor === 'system') {
    return <>{t(`exemptions.actor.${actor}`)}</>;
  }
  const entity = parseEntityRef(actor, { defaultKind: 'user' });
  return (
    <Link href={pageLink(entity)} className={styles.name}>
      <EntityDisplayName entityRef={entity} hideIcon disableTooltip />
    </Link>
  );
}
