import { isJsonObject } from 'security-posture-engine';

/** A flag and its value: an API server draws one of four delimiters when it starts. */
const FLAG = /^([A-Za-z0-9][\w.-]*)(?:: ?|=| )(.*)$/;
const WARNING = /^Warning:/;

/** The flags in an answer to `/flagz`, structured or as text; undefined where it is neither. */
export function parseFlags(
  answer: string,
): Readonly<Record<string, string>> | undefined {
  return answer.trimStart().startsWith('{')
    ? structuredFlags(answer)
    : textFlags(answer);
}

function structuredFlags(
  answer: string,
): Readonly<Record<string, string>> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(answer);
  } catch {
    return undefined;
  }
  if (!isJsonObject(json) || json.kind !== 'Flagz' || !isJsonObject(json.flags))
    return undefined;
  return Object.fromEntries(
    Object.entries(json.flags).map(([name, value]) => [name, String(value)]),
  );
}

/** The flags follow a title and a warning, one a line; the last line has to be whole. */
function textFlags(
  answer: string,
): Readonly<Record<string, string>> | undefined {
  const lines = answer.split('\n');
  const warning = lines.findIndex(line => WARNING.test(line));
  if (warning < 0 || lines.pop() !== '') return undefined;
  return Object.fromEntries(
    lines.slice(warning + 1).flatMap(line => {
      const [, name, value] = FLAG.exec(line) ?? [];
      return name === undefined ? [] : [[name, value.trim()]];
    }),
  );
}
