import { useEntities } from '../../api';
import { BoardFrame } from '../BoardFrame';
import { EntityList, useEntitiesQuery } from '../EntityList';
import { FailureNotice } from '../FailureState';

/** Every entity that should have a posture, worst first. */
export function ServicesPage() {
  const list = useEntitiesQuery();
  const entities = useEntities(list.query);
  return (
    <BoardFrame page="services">
      {entities.data && entities.failure && (
        <FailureNotice failure={entities.failure} onRetry={entities.refresh} />
      )}
      <EntityList list={list} entities={entities} />
    </BoardFrame>
  );
}
