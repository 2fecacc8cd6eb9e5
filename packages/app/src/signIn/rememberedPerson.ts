const STORAGE_KEY = 'acme-portal.person';

/** The person chosen before, so that a reload keeps the session. */
export function rememberedPerson(): string | undefined {
  return window.localStorage.getItem(STORAGE_KEY) ?? undefined;
}

/** Keeps the choice until {@link forgetPerson}. */
export function rememberPerson(name: string): void {
  window.localStorage.setItem(STORAGE_KEY, name);
}

/** Makes the sign-in page ask again. */
export function forgetPerson(): void {
  window.localStorage.removeItem(STORAGE_KEY);
}
