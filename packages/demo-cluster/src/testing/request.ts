import { JsonObject, Manifest } from '../objects/Manifest';

/** A JSON answer of a cluster under test. */
export interface JsonReply {
  status: number;
  headers: Headers;
  body: JsonObject;
}

/** A list, as far as tests look into it. */
export interface ListBody extends JsonObject {
  kind: string;
  apiVersion: string;
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
  items: Manifest[];
}

/** Sends a request and parses the answer as JSON. */
export async function request(
  url: string,
  init: RequestInit = {},
): Promise<JsonReply> {
  const response = await fetch(url, init);
  const body = (await response.json()) as JsonObject;
  return { status: response.status, headers: response.headers, body };
}

/** Lists, and fails on anything but 200. */
export async function list(
  url: string,
  headers: Record<string, string> = {},
): Promise<ListBody> {
  const { status, body } = await request(url, { headers });
  if (status !== 200) {
    throw new Error(`${url} answered ${status}: ${body.message}`);
  }
  return body as ListBody;
}

export function namesOf(body: ListBody): string[] {
  return body.items.map(({ metadata }) => metadata.name);
}
