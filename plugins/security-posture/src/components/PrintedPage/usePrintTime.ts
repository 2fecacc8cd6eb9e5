import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** When the page is printed, which may be long after it was opened. */
export function usePrintTime(): Date {
  const [time, setTime] = useState(() => new Date());
  useEffect(() => {
    const note = () => flushSync(() => setTime(new Date()));
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, []);
  return time;
}
