import { Answer } from './Answer';

const pieceLines = 500;

/**
 * Makes an answer at least so large that it stays readable: metrics get more
 * series in front, JSON gets blanks.
 *
 * @param bytes - of the padding, before compression
 */
export function padAnswer(answer: Answer, bytes: number): Answer {
  const isText = answer.contentType.startsWith('text/plain');
  const line = isText ? seriesLine : () => `${' '.repeat(120)}\n`;
  return { ...answer, padding: pieces(line, bytes) };
}

function* pieces(
  line: (index: number) => string,
  bytes: number,
): Generator<string> {
  let sent = 0;
  for (let first = 0; sent < bytes; first += pieceLines) {
    const lines = Array.from({ length: pieceLines }, (_, offset) =>
      line(first + offset),
    );
    const piece = lines.join('');
    sent += piece.length;
    yield piece;
  }
}

function seriesLine(index: number): string {
  return `apiserver_request_duration_seconds_bucket{component="apiserver",resource="demo${index}",scope="cluster",verb="LIST",version="v1",le="0.05"} ${index}\n`;
}
