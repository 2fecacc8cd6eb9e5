/** Messages by nested names. */
export interface NestedMessages {
  readonly [name: string]: string | NestedMessages;
}

/** The same names as in the English messages, none missing and none more, in another language. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
};

/** The dotted names of nested messages. */
export type PathOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathOf<T[K]>}`;
}[keyof T & string];

/** Gives nested messages their dotted names, as Backstage wants translations. */
export function flattenMessages<T extends NestedMessages>(
  messages: T,
): Record<PathOf<T>, string> {
  return Object.fromEntries(entriesOf(messages)) as Record<PathOf<T>, string>;
}

function entriesOf(messages: NestedMessages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[prefix + name, value] as [string, string]]
      : entriesOf(value, `${prefix}${name}.`),
  );
}
