/** Joins words as a sentence does: "prod-eu, prod-us and staging". */
export function joinWords(
  words: readonly string[],
  locale: string,
  by: 'and' | 'or' = 'and',
): string {
  return new Intl.ListFormat(locale, {
    type: by === 'and' ? 'conjunction' : 'disjunction',
  }).format(words);
}
