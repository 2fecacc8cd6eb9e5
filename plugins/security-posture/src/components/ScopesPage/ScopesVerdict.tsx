import { Fragment } from 'react';
import { ButtonLink, Card, CardBody, Text } from '@backstage/ui';
import type {
  HierarchyVerdict,
  ScopeKind,
} from 'backstage-plugin-security-posture-common';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { Day } from '../Day';
import { ScopeName } from '../ScopeName';
import { useFindingsLink } from './useFindingsLink';
import styles from './ScopesPage.module.css';

/** Props of {@link ScopesVerdict}. */
export interface ScopesVerdictProps {
  kind: ScopeKind;
  verdict: HierarchyVerdict;
  partial: boolean;
}

/** How many have a critical finding open, whose are the oldest, and the way to them. */
export function ScopesVerdict(props: ScopesVerdictProps) {
  const { kind, verdict, partial } = props;
  const { t } = usePostureTranslation();
  const findingsLink = useFindingsLink();
  return (
    <Card>
      <CardBody className={styles.verdict}>
        <div className={styles.verdictWords}>
          <Text as="h2" variant="title-small" weight="bold">
            {sentenceOf(kind, verdict, t)}
          </Text>
          {verdict.oldest.length > 0 && <Oldest oldest={verdict.oldest} />}
          {partial && (
            <Text as="p" variant="body-medium" color="secondary">
              {t('scopes.partial')}
            </Text>
          )}
        </div>
        {verdict.critical > 0 && (
          <ButtonLink
            size="small"
            variant="primary"
            href={findingsLink({ severity: 'critical', state: 'failing' })}
          >
            {t('scopes.openCritical', { count: verdict.critical })}
          </ButtonLink>
        )}
      </CardBody>
    </Card>
  );
}

function Oldest({ oldest }: Pick<HierarchyVerdict, 'oldest'>) {
  const { t } = usePostureTranslation();
  return (
    <Text as="p" variant="body-large">
      {oldest.map((scope, index) => (
        <Fragment key={scope.ref}>
          {index > 0 && ', '}
          {t('scopes.worst', {
            scope: <ScopeName entityRef={scope.ref} title={scope.title} />,
            day: <Day day={scope.since} />,
            service: (
              <ScopeName
                entityRef={scope.entityRef}
                title={scope.entityTitle}
                quiet
              />
            ),
          })}
        </Fragment>
      ))}
      .
    </Text>
  );
}

function sentenceOf(
  kind: ScopeKind,
  { scopes, withCritical, judged }: HierarchyVerdict,
  t: PostureTranslate,
): string {
  if (judged === 0) return t(`scopes.noneJudged.${kind}`);
  if (withCritical === 0) return t(`scopes.noCritical.${kind}`);
  return t(`scopes.verdict.${kind}`, {
    count: scopes,
    critical: String(withCritical),
  });
}
