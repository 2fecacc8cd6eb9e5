import { ButtonLink } from '@backstage/ui';
import type {
  EntityPosture,
  PostureState,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Freshness } from '../Freshness';
import { PostureEmpty } from '../PostureEmpty';
import { ScanButton, ScanControl, ScanOutcome } from '../ScanButton';
import { CardFooterLine } from './CardFooterLine';
import { CardFrame } from './CardFrame';

/** Props of {@link EmptyCard}. */
export interface EmptyCardProps {
  posture: EntityPosture;
  state: Exclude<PostureState, 'judged'>;
  entity: string;
  scan: ScanControl;
  link: (query?: Record<string, string>) => string;
}

/** The card of an entity without findings: why, and the next step. */
export function EmptyCard(props: EmptyCardProps) {
  const { posture, state, entity, scan, link } = props;
  const { t } = usePostureTranslation();
  const scannable = state === 'neverScanned' || state === 'unreachable';
  const footer = state === 'noWorkloads' && (
    <CardFooterLine href={link()} label={t('card.openMapping')}>
      <Freshness clusters={posture.clusters} />
    </CardFooterLine>
  );
  return (
    <CardFrame footer={footer}>
      <PostureEmpty
        state={state}
        posture={posture}
        entity={entity}
        actions={actionOf(props, t('card.notMapped.action'))}
      />
      {scannable && <ScanOutcome scan={scan} />}
    </CardFrame>
  );
}

function actionOf({ state, scan, link }: EmptyCardProps, linkIt: string) {
  if (state === 'notMapped') {
    return <ButtonLink href={link()}>{linkIt}</ButtonLink>;
  }
  if (state === 'neverScanned') return <ScanButton scan={scan} first />;
  if (state === 'unreachable') return <ScanButton scan={scan} />;
  return undefined;
}
