/** A value that is still being built: its fields may be set. */
export type Writable<Value> = {
  -readonly [Field in keyof Value]: Value[Field];
};
