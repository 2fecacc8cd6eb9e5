/** `groups` as a key, in block style or in flow style, quoted or not. */
const GROUPS_KEY = /(?:^|[\s[{,"'-])groups["']?[ \t]*:[ \t]*/gm;
const GROUPS_INSIDE = /groups["']?[ \t]*:/;
const BRACKET = /[[\]{}]/g;
const BLOCK_ITEM = /^\s*-[ \t]+(.*)$/;

/**
 * The lists under `groups:` in YAML or JSON text, such as `mapRoles` of the ConfigMap `aws-auth`. It reads no more of the text than that:
 * comments, anchors, quotes and both styles of lists are understood, anything else under the key is an empty list. In linear time.
 */
export function groupLists(text: string): readonly (readonly string[])[] {
  const plain = text.split(/\r?\n/).map(withoutComment).join('\n');
  return [...plain.matchAll(GROUPS_KEY)].map(match =>
    listFrom(plain, match.index + match[0].length),
  );
}

function listFrom(text: string, start: number): readonly string[] {
  const anchor = /^&\S+\s*/.exec(text.slice(start, start + 200));
  const from = start + (anchor ? anchor[0].length : 0);
  return text[from] === '[' ? flowList(text, from + 1) : blockList(text, start);
}

/** A list of names holds no bracket, so the next one ends it. */
function flowList(text: string, start: number): readonly string[] {
  BRACKET.lastIndex = start;
  const end = BRACKET.exec(text)?.index;
  return text.slice(start, end).split(',').map(scalar);
}

/** The items on the lines after the one of the key, up to the first line that is none, or that is a key `groups` of its own. */
function blockList(text: string, start: number): readonly string[] {
  const items: string[] = [];
  let line = text.indexOf('\n', start) + 1;
  while (line > 0) {
    const end = text.indexOf('\n', line);
    const content = text.slice(line, end < 0 ? undefined : end);
    const item = BLOCK_ITEM.exec(content);
    if (content.trim() && (!item || GROUPS_INSIDE.test(content))) break;
    if (item) items.push(scalar(item[1]));
    line = end + 1;
  }
  return items;
}

/** A `#` begins a comment at the start of a line or after a space, and not in quotes. */
function withoutComment(line: string): string {
  let quote = '';
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index];
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '#' && /^$|\s/.test(line[index - 1] ?? ''))
      return line.slice(0, index);
  }
  return line;
}

function scalar(text: string): string {
  const plain = text.trim().replace(/^&\S+\s+/, '');
  if (plain.startsWith("'")) return plain.slice(1, -1).replace(/''/g, "'");
  return plain.startsWith('"') ? fromJson(plain) : plain;
}

function fromJson(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted.slice(1, -1);
  }
}
