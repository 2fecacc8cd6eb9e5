import { tryFetch } from '../toolchain/tryFetch.mjs';
import { PORTAL_URL } from './addresses.mjs';

/** Asks the demo portal's API as one of the people of the demo company. */
export class PortalClient {
  #person;
  #token;

  constructor(person) {
    this.#person = person;
  }

  /** A route's answer, or undefined while it does not answer 200. */
  async get(path) {
    this.#token ??= await this.#signIn();
    const response = await tryFetch(`${PORTAL_URL}/api${path}`, {
      headers: this.#token ? { authorization: `Bearer ${this.#token}` } : {},
    });
    return response?.ok ? response.json() : undefined;
  }

  async #signIn() {
    const response = await tryFetch(`${PORTAL_URL}/api/auth/demo/refresh`, {
      headers: { 'x-demo-person': this.#person },
    });
    if (!response?.ok) {
      return undefined;
    }
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }
}
