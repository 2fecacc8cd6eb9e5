import { Card, CardBody, Flex } from '@backstage/ui';
import { Resource, useEntities, useSummary } from '../../api';
import { EntityList, useEntitiesQuery } from '../EntityList';
import { FailureNotice, FailureState } from '../FailureState';
import { OrganisationSummary } from '../OrganisationSummary';
import { PostureRoot } from '../PostureRoot';

/** The organisation in a sentence, then every entity that should have a posture, worst first. */
export function OrganisationBoard() {
  const summary = useSummary();
  const list = useEntitiesQuery();
  const entities = useEntities(list.query);
  const refresh = () => {
    summary.refresh();
    entities.refresh();
  };
  if (failedAlike(summary, entities)) {
    return (
      <PostureRoot>
        <Card>
          <CardBody>
            <FailureState failure={summary.failure!} onRetry={refresh} />
          </CardBody>
        </Card>
      </PostureRoot>
    );
  }
  const old = keptFailure(summary) ?? keptFailure(entities);
  return (
    <PostureRoot>
      <Flex direction="column" gap="4">
        {old && <FailureNotice failure={old} onRetry={refresh} />}
        <OrganisationSummary summary={summary} />
        <EntityList list={list} entities={entities} />
      </Flex>
    </PostureRoot>
  );
}

/** True where both answers are missing for one reason, which is then said once. */
function failedAlike(
  left: Resource<unknown>,
  right: Resource<unknown>,
): boolean {
  const bothMissing = left.data === undefined && right.data === undefined;
  return (
    bothMissing &&
    left.failure !== undefined &&
    left.failure.kind === right.failure?.kind
  );
}

/** Why the answer on the page is not the newest. */
function keptFailure(resource: Resource<unknown>) {
  return resource.data === undefined ? undefined : resource.failure;
}
