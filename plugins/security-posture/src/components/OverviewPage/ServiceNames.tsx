import { Fragment, ReactNode } from 'react';
import type { NamedEntities } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ScopeName } from '../ScopeName';

/** Services as a list in a sentence, each a link: "payouts, cart and 5 more". */
export function ServiceNames({ entities }: { entities: NamedEntities }) {
  const { t } = usePostureTranslation();
  const { items, total } = entities;
  const names: ReactNode[] = items.map(({ entityRef, title }) => (
    <ScopeName key={entityRef} entityRef={entityRef} title={title} />
  ));
  if (total > items.length)
    names.push(
      t('overview.fixFirst.more', { number: String(total - items.length) }),
    );
  return <>{inSentence(names, t('shared.locale'))}</>;
}

/** Nodes as the language joins them. */
function inSentence(nodes: readonly ReactNode[], locale: string): ReactNode {
  const places = nodes.map((_, index) => String(index));
  return new Intl.ListFormat(locale, { type: 'conjunction' })
    .formatToParts(places)
    .map(({ type, value }, index) => (
      <Fragment key={index}>
        {type === 'element' ? nodes[Number(value)] : value}
      </Fragment>
    ));
}
