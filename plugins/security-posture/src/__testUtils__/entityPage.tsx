import { ReactElement } from 'react';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type { EntityPosture } from 'backstage-plugin-security-posture-common';
import { answerGet, renderInPortal } from './portal';

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'payments-api' },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};

/** Path of the sample entity below the API. */
export const ENTITY_PATH = 'entities/component/default/payments-api';

/** Answers the posture of the sample entity. */
export function answerPosture(posture: EntityPosture) {
  return answerGet(`${ENTITY_PATH}/posture`, { ...posture });
}

/** jsdom lays nothing out, so it cannot scroll. */
Element.prototype.scrollIntoView ??= () => {};

/** Renders with the sample entity in context. */
export function renderForEntity(element: ReactElement, path?: string) {
  return renderInPortal(
    <EntityProvider entity={ENTITY}>{element}</EntityProvider>,
    path,
  );
}
