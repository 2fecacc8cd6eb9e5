import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { forgetPerson } from './rememberedPerson';

/** The same identity; signing out also forgets the chosen person. */
export function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: () => {
      forgetPerson();
      return identity.signOut();
    },
  };
}
