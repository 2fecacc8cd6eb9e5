/** A token of a user, from the portal's own sign-in. Rejects where the portal gives none. */
export async function signIn(baseUrl: string, user: string): Promise<string> {
  const response = await fetch(`${baseUrl}/api/auth/demo/refresh`, {
    headers: { 'x-demo-person': user },
  });
  if (!response.ok)
    throw new Error(`${user} cannot sign in: ${await response.text()}`);
  const { backstageIdentity } = (await response.json()) as {
    backstageIdentity: { token: string };
  };
  return backstageIdentity.token;
}
