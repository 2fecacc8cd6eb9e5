import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a page keeps in its query string: texts and lists of texts. */
export type UrlState = Record<string, string | readonly string[]>;

/** The same names, with values of any text. */
export type Widened<T extends UrlState> = {
  [K in keyof T]: T[K] extends string ? string : string[];
};

/**
 * State that lives in the query string, so that a link brings it back. Other parameters are left alone.
 * A value that equals its default is not in the address. A change replaces the entry of the history.
 *
 * @param defaults - the names and their values where the address says nothing; stable between renders
 */
export function useUrlState<T extends UrlState>(
  defaults: T,
): [Widened<T>, (change: Partial<Widened<T>>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const state = useMemo(
    () => readState(parameters, defaults),
    [parameters, defaults],
  );
  const change = useCallback(
    (values: Partial<Widened<T>>) =>
      setParameters(
        previous => writeState(new URLSearchParams(previous), values, defaults),
        { replace: true },
      ),
    [setParameters, defaults],
  );
  return [state, change];
}

function readState<T extends UrlState>(
  parameters: URLSearchParams,
  defaults: T,
): Widened<T> {
  const entries = Object.entries(defaults).map(([name, fallback]) => {
    const text = parameters.get(name);
    if (text === null) return [name, copyOf(fallback)];
    return [name, typeof fallback === 'string' ? text : split(text)];
  });
  return Object.fromEntries(entries);
}

function writeState(
  parameters: URLSearchParams,
  values: Record<string, string | readonly string[] | undefined>,
  defaults: UrlState,
): URLSearchParams {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || join(value) === join(defaults[name])) {
      parameters.delete(name);
    } else {
      parameters.set(name, join(value));
    }
  }
  return parameters;
}

function copyOf(value: string | readonly string[]): string | string[] {
  return typeof value === 'string' ? value : [...value];
}

function split(text: string): string[] {
  return text.split(',').filter(part => part !== '');
}

function join(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(',');
}
