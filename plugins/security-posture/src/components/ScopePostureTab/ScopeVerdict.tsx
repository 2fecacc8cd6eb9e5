import { parseEntityRef } from '@backstage/catalog-model';
import { Card, Text } from '@backstage/ui';
import type {
  MemberCounts,
  ScopeDetails,
  ScopeKind,
} from 'backstage-plugin-security-posture-common';
import { joinWords } from '../../model/joinWords';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { CompareButton } from '../Comparison';
import { ExportButton } from '../ExportButton';
import { ReadinessMeter } from '../OverviewPage/ReadinessMeter';
import { ScopeName } from '../ScopeName';
import { ScopeFacts } from './ScopeFacts';
import styles from './ScopePostureTab.module.css';

const REST = ['notReady', 'unknown', 'noPosture'] as const;

/** Props of {@link ScopeVerdict}. */
export interface ScopeVerdictProps {
  details: ScopeDetails;
  onCompare: (value: string) => void;
}

/** How many members are ready, which one stands lowest, and the numbers behind it. */
export function ScopeVerdict({ details, onCompare }: ScopeVerdictProps) {
  const { t } = usePostureTranslation();
  const { scope, partial } = details;
  const { members, lowest } = scope;
  const kind = parseEntityRef(scope.ref).kind as ScopeKind;
  return (
    <Card className={styles.section}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Text as="h2" variant="title-small" weight="bold">
            {t('scopes.tab.verdict', {
              count: members.total,
              ready: String(members.ready),
            })}
          </Text>
          <Text as="p" variant="body-large">
            {restInWords(members, t)}{' '}
            {lowest &&
              t('scopes.tab.next', {
                service: (
                  <ScopeName
                    entityRef={lowest.entityRef}
                    title={lowest.title}
                  />
                ),
                score: String(lowest.effective),
              })}
          </Text>
          {partial && (
            <Text as="p" variant="body-medium" color="secondary">
              {t('scopes.partial')}
            </Text>
          )}
        </div>
        <div className={styles.actions}>
          <ExportButton of={{ scope: kind, ref: scope.ref }} />
          <CompareButton onCompare={onCompare} />
        </div>
      </div>
      <ReadinessMeter entities={members} />
      <ScopeFacts scope={scope} />
    </Card>
  );
}

function restInWords(members: MemberCounts, t: PostureTranslate): string {
  const parts = REST.filter(part => members[part] > 0).map(part =>
    t(`scopes.tab.rest.${part}`, { count: members[part] }),
  );
  return parts.length > 0
    ? t('scopes.tab.rest.sentence', {
        parts: joinWords(parts, t('shared.locale')),
      })
    : '';
}
