import { parseEntityRef } from '@backstage/catalog-model';
import type { ExemptionDetails } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { PostureTranslate } from '../../translation/usePostureTranslation';

/** What an exemption covers, and where: "This finding: deploy/payments-api, container agent, prod-eu". */
export function scopeWords(
  exemption: Pick<
    ExemptionDetails,
    'scope' | 'entityRef' | 'resource' | 'evidence'
  >,
  t: PostureTranslate,
): string {
  const { scope, entityRef, resource } = exemption;
  if (scope === 'entity') {
    return entityRef
      ? t('exemptions.scope.entity', { entity: parseEntityRef(entityRef).name })
      : t('exemptions.scope.entityUnnamed');
  }
  const what = t(`exemptions.scope.${scope}`);
  return resource ? `${what}: ${placeWords(exemption, t)}` : what;
}

/** Where it is: "deploy/payments-api, container agent, prod-eu"; empty where that is not known. */
export function placeWords(
  {
    scope,
    resource,
    evidence = [],
  }: Pick<ExemptionDetails, 'scope' | 'resource' | 'evidence'>,
  t: PostureTranslate,
): string {
  if (!resource) return '';
  const place = { subject: subjectName(resource), cluster: resource.cluster };
  const containers = [
    ...new Set(evidence.flatMap(({ container }) => container ?? [])),
  ];
  return scope === 'finding' && containers.length > 0
    ? t('exemptions.request.whereContainer', {
        ...place,
        containers: containers.join(', '),
      })
    : t('exemptions.request.where', place);
}
