import { useEntityPosturePage } from '../../api/useEntityPosturePage';
import { FailureState } from '../FailureState';
import { PostureRoot } from '../PostureRoot';
import { CardFrame } from './CardFrame';
import { CardSkeleton } from './CardSkeleton';
import { EmptyCard } from './EmptyCard';
import { JudgedCard } from './JudgedCard';

/** The overview card of the entity in context: verdict, score, what to fix first, and the way in. */
export function EntityPostureCard() {
  return (
    <PostureRoot>
      <CardContent />
    </PostureRoot>
  );
}

function CardContent() {
  const page = useEntityPosturePage();
  const { data: posture, failure, refresh } = page.posture;
  if (posture?.state === 'judged') {
    return <JudgedCard posture={posture} scan={page.scan} link={page.link} />;
  }
  if (posture) {
    return (
      <EmptyCard
        posture={posture}
        state={posture.state}
        entity={page.entityName}
        scan={page.scan}
        link={page.link}
      />
    );
  }
  if (failure) {
    return (
      <CardFrame>
        <FailureState failure={failure} onRetry={refresh} />
      </CardFrame>
    );
  }
  return <CardSkeleton />;
}
