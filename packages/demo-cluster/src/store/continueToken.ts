interface Position {
  /** The version of the list; -1 goes on with whatever is there now. */
  resourceVersion: number;
  /** The key of the last object that was sent. */
  after: string;
}

/** An opaque token in the form of Kubernetes' own. */
export function encodeContinueToken(position: Position): string {
  const token = {
    v: 'meta.k8s.io/v1',
    rv: position.resourceVersion,
    start: `${position.after}\u0000`,
  };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Undefined for a text that is no token. */
export function decodeContinueToken(text: string): Position | undefined {
  const token = parseToken(text);
  if (
    token?.v !== 'meta.k8s.io/v1' ||
    typeof token.rv !== 'number' ||
    typeof token.start !== 'string'
  ) {
    return undefined;
  }
  return {
    resourceVersion: token.rv,
    after: token.start.replace('\u0000', ''),
  };
}

function parseToken(
  text: string,
): { v?: unknown; rv?: unknown; start?: unknown } | undefined {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
