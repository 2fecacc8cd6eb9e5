import { Alert, Button } from '@backstage/ui';
import { Failure } from '../../api';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';

/** Props of {@link StepProblem}. */
export interface StepProblemProps {
  failure: Failure;
  /** Shows how it stands now where somebody was faster; left out where the place does so by itself. */
  onLook?: () => void;
}

/** Why a step was not taken, and what to do about it. What was typed stays where it is. */
export function StepProblem({ failure, onLook }: StepProblemProps) {
  const { t } = usePostureTranslation();
  const { title, description } = wordsOf(failure, t);
  return (
    <div role="alert">
      <Alert
        status={failure.kind === 'conflict' ? 'warning' : 'danger'}
        icon
        title={title}
        description={`${description} ${t('exemptions.problem.kept')}`}
        customActions={
          failure.kind === 'conflict' && onLook ? (
            <Button size="small" variant="tertiary" onPress={onLook}>
              {t('exemptions.problem.look')}
            </Button>
          ) : undefined
        }
      />
    </div>
  );
}

function wordsOf(
  { kind, message }: Failure,
  t: PostureTranslate,
): { title: string; description: string } {
  if (kind === 'conflict') {
    return {
      title: t('exemptions.problem.conflictTitle'),
      description: t('exemptions.problem.conflict', { message }),
    };
  }
  if (kind === 'network') {
    return {
      title: t('exemptions.problem.failedTitle'),
      description: t('exemptions.problem.network'),
    };
  }
  const refused = kind === 'forbidden' || kind === 'invalid';
  return {
    title: t(
      refused
        ? 'exemptions.problem.refusedTitle'
        : 'exemptions.problem.failedTitle',
    ),
    description: t('exemptions.problem.server', { message }),
  };
}
