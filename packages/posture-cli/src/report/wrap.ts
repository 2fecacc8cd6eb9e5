/** The lines of a text, none longer than a width: broken between words, and within those that are longer. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap(line => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ').flatMap(part => pieces(part, width))) {
    const longer = current ? `${current} ${word}` : word;
    if (longer.length <= width) {
      current = longer;
    } else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word];
  const parts: string[] = [];
  for (let start = 0; start < word.length; start += width)
    parts.push(word.slice(start, start + width));
  return parts;
}
