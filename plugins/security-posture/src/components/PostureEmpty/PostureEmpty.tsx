import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiBox3Line,
  RiKey2Line,
  RiLinksLine,
  RiPlug2Line,
  RiRadarLine,
  RiWifiOffLine,
} from '@remixicon/react';
import type { PostureState } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState, EmptyStateProps } from '../EmptyState';
import { EMPTY_WORDS, EmptyPosture } from './emptyWords';

type EmptyPostureState = Exclude<PostureState, 'judged'>;

const ICONS: Record<EmptyPostureState, RemixiconComponentType> = {
  notMapped: RiLinksLine,
  noWorkloads: RiBox3Line,
  neverScanned: RiRadarLine,
  unreachable: RiWifiOffLine,
  needsUserCredentials: RiKey2Line,
  noClusters: RiPlug2Line,
};

/** Props of {@link PostureEmpty}. */
export interface PostureEmptyProps extends EmptyPosture {
  state: EmptyPostureState;
  /** The next step. */
  actions?: ReactNode;
  titleAs?: EmptyStateProps['titleAs'];
}

/** Why an entity has no findings to show. */
export function PostureEmpty(props: PostureEmptyProps) {
  const { state, posture, entity, actions, titleAs } = props;
  const { t } = usePostureTranslation();
  const { title, text } = EMPTY_WORDS[state]({ posture, entity }, t);
  return (
    <EmptyState
      icon={ICONS[state]}
      title={title}
      titleAs={titleAs}
      actions={actions}
    >
      {text}
    </EmptyState>
  );
}
