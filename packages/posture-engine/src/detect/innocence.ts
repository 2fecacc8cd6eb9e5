/** Suffixes of names that say where a secret lies, or something about it, not what it is. */
const PLACE_SUFFIX = /[_.-](?:file|path|dir|name|url|enabled|ttl|issuer)$/i;

const PATH = /^(?:\/|\.\/|file:)/i;
const URL_START = /^[a-z][a-z0-9+.:-]{0,60}:\/\//i;
const BOOLEAN = /^(?:true|false|yes|no|on|off)$/i;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h|d|w|y))+$/;
const ISO_DURATION =
  /^P(?=.)(?:\d{1,9}[YMWD])*(?:T(?:\d{1,9}(?:\.\d{1,9})?[HMS])+)?$/;
const TEMPLATE = /\{\{/;
/** `$(NAME)` of Kubernetes, `${NAME}` of shells and property files, `$NAME`. */
const REFERENCE = /\$\([\w.-]+\)|\$\{[^{}]*\}|^\$[A-Z_][A-Z0-9_]*$/;
/** YAML and JSON for nothing, or for "the value follows". */
const NO_VALUE = /^(?:null|nil|none|~|[|>][+-]?\d?|[[{][\]}]?|""|'')$/i;

/** True for a name such as `DB_PASSWORD_FILE`. Camel-case humps must be split by `_`. */
export function namesSecretPlace(words: string): boolean {
  return PLACE_SUFFIX.test(words);
}

/** True where a value stands for one that is kept elsewhere: `$(NAME)`, `${NAME}`, `{{ .Values.name }}`. */
export function isReference(value: string): boolean {
  return REFERENCE.test(value) || TEMPLATE.test(value);
}

/** True for a value that is no credential by its shape. `numbersCount`: a number may be one. */
export function tellsNothing(
  value: string,
  { numbersCount }: { readonly numbersCount: boolean },
): boolean {
  return (
    NO_VALUE.test(value) ||
    BOOLEAN.test(value) ||
    PATH.test(value) ||
    isPlainUrl(value) ||
    isReference(value) ||
    DURATION.test(value) ||
    ISO_DURATION.test(value) ||
    (!numbersCount && NUMBER.test(value))
  );
}

/** A URL without user information. */
function isPlainUrl(value: string): boolean {
  const start = URL_START.exec(value);
  if (!start) return false;
  const authority = value.slice(start[0].length).split(/[/?#]/, 1)[0];
  return !authority.includes('@');
}
