import {
  KUBERNETES_CLUSTER_ANNOTATION,
  MappingView,
} from 'backstage-plugin-security-posture-common';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** Why the service locator allows an entity no cluster, in a sentence. */
export function noClusterWords(
  { clustersFrom }: Pick<NonNullable<MappingView['query']>, 'clustersFrom'>,
  t: PostureTranslate,
): string {
  return t(`shared.noCluster.${clustersFrom}`, {
    annotation: KUBERNETES_CLUSTER_ANNOTATION,
  });
}
