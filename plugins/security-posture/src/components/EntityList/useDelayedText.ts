import { useEffect, useRef, useState } from 'react';

/** How long, in milliseconds, a text must rest before it counts. */
const REST_MS = 300;

/**
 * A text that is typed at once and settles a moment later.
 *
 * @param settled - the text that counts; where it changes from elsewhere, what is typed follows
 */
export function useDelayedText(
  settled: string,
  onSettled: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(settled);
  const settle = useRef(onSettled);
  settle.current = onSettled;
  useEffect(() => setTyped(settled), [settled]);
  useEffect(() => {
    if (typed === settled) return undefined;
    const timer = setTimeout(() => settle.current(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, settled]);
  return [typed, setTyped];
}
