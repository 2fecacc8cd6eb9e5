import { ReactNode } from 'react';
import { EntityProvider } from '@backstage/plugin-catalog-react';

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { namespace: 'default', name: 'payments-api' },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};

/** Puts the sample's entity in context. */
export function SampleEntity({ children }: { children: ReactNode }) {
  return <EntityProvider entity={ENTITY}>{children}</EntityProvider>;
}
