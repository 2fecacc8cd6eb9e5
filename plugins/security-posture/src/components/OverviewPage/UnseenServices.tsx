import {
  RemixiconComponentType,
  RiBox3Line,
  RiCloudOffLine,
  RiLinksLine,
  RiLock2Line,
  RiQuestionLine,
  RiRadarLine,
  RiTimeFill,
} from '@remixicon/react';
import type { UnseenEntities } from 'backstage-plugin-security-posture-common';
import { useBoardLink, useEntityTabLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { scopeName } from '../ScopeName';
import { ServiceNames } from './ServiceNames';
import { UnseenItem } from './UnseenItem';

type Evidence = UnseenEntities['evidence'];

const ICONS: Record<Evidence, RemixiconComponentType> = {
  stale: RiTimeFill,
  lowCoverage: RiQuestionLine,
  notMapped: RiLinksLine,
  noWorkloads: RiBox3Line,
  neverScanned: RiRadarLine,
  needsUserCredentials: RiLock2Line,
  unreachable: RiCloudOffLine,
  noClusters: RiCloudOffLine,
};

const WARNING: readonly Evidence[] = ['stale', 'lowCoverage'];

/** Props of {@link UnseenServices}. */
export interface UnseenServicesProps {
  unseen: UnseenEntities;
  /** 0 to 1. */
  requiredCoverage: number;
  /** Ref of the group that the page is of. */
  owner?: string;
}

/** Services of which nothing, or too little, is known: one by its name, with why; several by their number, with names. */
export function UnseenServices(props: UnseenServicesProps) {
  const { unseen, requiredCoverage, owner } = props;
  const { t } = usePostureTranslation();
  const boardLink = useBoardLink();
  const tabLink = useEntityTabLink();
  const { evidence, total, coverage = 0 } = unseen;
  const mark = { icon: ICONS[evidence], warns: WARNING.includes(evidence) };
  const percent = (share: number) =>
    new Intl.NumberFormat(t('shared.locale'), { style: 'percent' }).format(
      share,
    );
  if (total === 1) {
    const [{ entityRef, title }] = unseen.items;
    return (
      <UnseenItem
        {...mark}
        what={t(`overview.unseen.one.${evidence}`, {
          name: scopeName(entityRef, title),
        })}
        why={t(`overview.unseen.why.${evidence}`, {
          coverage: percent(Math.floor(coverage * 100) / 100),
          required: percent(requiredCoverage),
        })}
        next={t(`overview.unseen.next.${evidence}`)}
        href={tabLink(entityRef, queryOf(evidence))}
      />
    );
  }
  const number = String(total);
  return (
    <UnseenItem
      {...mark}
      what={t(`overview.unseen.many.${evidence}`, { number })}
      why={<ServiceNames entities={unseen} />}
      next={t('overview.unseen.openAll', { number })}
      href={boardLink('services', {
        query: { evidence, ...(owner ? { owner } : {}) },
      })}
    />
  );
}

/** What of the posture to show first. */
function queryOf(evidence: Evidence): Record<string, string> | undefined {
  return evidence === 'lowCoverage' ? { state: 'notEvaluated' } : undefined;
}
