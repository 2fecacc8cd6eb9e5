import { ErrorCode } from 'yaml';

const BAD_CHARACTERS = 'a value begins with a character that must be quoted';
const BAD_BLOCK = 'a block begins where a single value is expected';
const BAD_KEY = 'a key is not a plain text on one line';
const BAD_ANCHOR = 'an anchor, a tag or an alias stands in the wrong place';

/** The parser's own words may quote the file, which may hold secrets: these do not. */
const PROBLEMS: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: BAD_ANCHOR,
  BAD_ALIAS: 'an alias is used that no anchor before it defines',
  BAD_DIRECTIVE: 'a line that begins with % is no directive',
  BAD_DQ_ESCAPE: 'a text in double quotes has an escape that does not exist',
  BAD_INDENT: 'the indentation does not fit, or a bracket is missing',
  BAD_PROP_ORDER: BAD_ANCHOR,
  BAD_SCALAR_START: BAD_CHARACTERS,
  BLOCK_AS_IMPLICIT_KEY: BAD_BLOCK,
  BLOCK_IN_FLOW: BAD_BLOCK,
  DUPLICATE_KEY: 'a key stands twice in one map',
  IMPOSSIBLE: 'it cannot be parsed',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a bracket, a quote or another mark is missing',
  MULTILINE_IMPLICIT_KEY: BAD_KEY,
  MULTIPLE_ANCHORS: BAD_ANCHOR,
  MULTIPLE_DOCS: 'a document begins inside another',
  MULTIPLE_TAGS: BAD_ANCHOR,
  NON_STRING_KEY: BAD_KEY,
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a tab is used for indentation',
  TAG_RESOLVE_FAILED: 'a value is not what its tag says',
  UNEXPECTED_TOKEN: 'something stands where it cannot be',
  BAD_COLLECTION_TYPE: 'a list or a map is not what its tag says',
};

/** What is wrong with a YAML document, without a word of what it holds. */
export function yamlProblem(code: ErrorCode): string {
  return `This is no valid YAML: ${PROBLEMS[code]}.`;
}
