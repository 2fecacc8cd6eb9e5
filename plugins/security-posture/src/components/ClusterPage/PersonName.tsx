import { EntityDisplayName } from '@backstage/plugin-catalog-react';

/** A person as the catalog knows them. */
export function PersonName({ userRef }: { userRef: string }) {
  return <EntityDisplayName entityRef={userRef} hideIcon disableTooltip />;
}
