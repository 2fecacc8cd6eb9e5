import { Card, CardBody, Text } from '@backstage/ui';
import type { CoverageResponse } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';

/** How much was looked at, in two sentences. */
export function CoverageVerdict({ coverage }: { coverage: CoverageResponse }) {
  const { t } = usePostureTranslation();
  const { workloads, entities, partial } = coverage;
  return (
    <Card>
      <CardBody>
        <Text as="h2" variant="title-small" weight="bold">
          {workloads.known === 0
            ? t('coverage.verdict.none')
            : t('coverage.verdict.workloads', {
                count: workloads.known,
                swept: String(workloads.swept),
              })}
        </Text>
        <Text as="p" variant="body-large">
          {entities.expected === 0
            ? t('coverage.verdict.noEntities')
            : t('coverage.verdict.entities', {
                met: String(entities.expectedWithWorkloads),
                expected: String(entities.expected),
                owned: String(workloads.owned),
                known: String(workloads.known),
              })}
        </Text>
        {partial && (
          <Text as="p" variant="body-medium" color="secondary">
            {t('organisation.partial')}
          </Text>
        )}
      </CardBody>
    </Card>
  );
}
