import {
  holdsCredentialPattern,
  isCredential,
  isNamedCredential,
} from './credentials';

/** Shortest run of base64 that is worth decoding, in characters. */
const MIN_BASE64_LENGTH = 16;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** What stands in no base64; most texts show it in their first words. */
const NO_BASE64 = /[^A-Za-z0-9+/=\s]/;
const LINE_NAME = /^[A-Za-z0-9_.-]{1,128}$/;
const COMMENT = /^(?:#|;|\/\/)/;
const LIST_ITEM = /^(?:- +|export +|set +)/;

/**
 * Names under which a text holds credentials: `name` itself where the whole value is one, as it stands or base64-encoded once,
 * and the name of every `name=value` or `name: value` line that is one. Each name once, in the order of the text.
 * A text of several lines is judged by its lines and patterns: a file called `tokens.yaml` is no token.
 */
export function credentialsInText(
  name: string,
  text: string,
): readonly string[] {
  const names = new Set<string>();
  if (!text.trim().includes('\n') && isNamedCredential(name, text))
    names.add(name);
  for (const view of [text, decodeBase64(text)]) {
    if (view === undefined) continue;
    const lines = credentialLines(view);
    lines.forEach(line => names.add(line));
    if (!lines.length && holdsCredentialPattern(view)) names.add(name);
  }
  return [...names];
}

/** What base64 stands for, one byte a character; undefined for what is no base64. */
export function decodeBase64(text: string): string | undefined {
  if (NO_BASE64.test(text)) return undefined;
  const compact = text.replace(/\s+/g, '');
  if (
    compact.length < MIN_BASE64_LENGTH ||
    compact.length % 4 !== 0 ||
    !BASE64.test(compact)
  )
    return undefined;
  return atob(compact);
}

function credentialLines(text: string): string[] {
  return text.split('\n').flatMap(line => {
    const entry = entryOf(line);
    return entry && isCredential(entry.name, entry.value) ? [entry.name] : [];
  });
}

/** Name and value of a line of properties, env, ini, YAML or JSON, without quotes. */
function entryOf(
  line: string,
): { readonly name: string; readonly value: string } | undefined {
  const trimmed = line.trim();
  if (COMMENT.test(trimmed)) return undefined;
  const entry = trimmed.replace(LIST_ITEM, '');
  const at = entry.search(/[=:]/);
  if (at < 0) return undefined;
  const name = unquoted(entry.slice(0, at));
  return LINE_NAME.test(name) && !holdsCredentialPattern(name)
    ? { name, value: unquoted(entry.slice(at + 1).replace(/,\s*$/, '')) }
    : undefined;
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0];
  return (quote === '"' || quote === "'") &&
    trimmed.length > 1 &&
    trimmed.endsWith(quote)
    ? trimmed.slice(1, -1)
    : trimmed;
}
