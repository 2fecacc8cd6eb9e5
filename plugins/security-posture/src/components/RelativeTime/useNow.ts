import { useEffect, useState } from 'react';

const TICK_MS = 60_000;

/** The current time in epoch milliseconds. It moves once a minute, so that ages on a page stay true. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
