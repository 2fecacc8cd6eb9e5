import { holdsCredentialPattern, isNamedCredential } from './credentials';

/** One element of a command line that is a credential. */
export interface CredentialArgument {
  /** Place in the list that was given. */
  readonly index: number;
  /** Name of the flag that it belongs to, with its dashes; undefined where the value alone gives it away. */
  readonly flag: string | undefined;
}

const FLAG = /^(--?[A-Za-z][\w.-]{0,127})(?:=([^]*))?$/;

/**
 * Elements of a command line that are credentials: what matches a high-confidence pattern,
 * and the value of a flag named like a credential, as `--flag=value` or as the element after `--flag`.
 */
export function credentialArguments(
  elements: readonly string[],
): readonly CredentialArgument[] {
  return elements.flatMap((element, index) => {
    const flag = flagOf(element, elements[index - 1]);
    if (flag?.isCredential) return [{ index, flag: flag.name }];
    return holdsCredentialPattern(element) ? [{ index, flag: flag?.name }] : [];
  });
}

/** The flag whose value an element holds, if it holds one. */
function flagOf(
  element: string,
  before: string | undefined,
): { readonly name: string; readonly isCredential: boolean } | undefined {
  const [, own, ownValue] = FLAG.exec(element) ?? [];
  if (own !== undefined) {
    return ownValue === undefined ? undefined : judged(own, ownValue);
  }
  const [, name, value] = FLAG.exec(before ?? '') ?? [];
  return name !== undefined && value === undefined
    ? judged(name, element)
    : undefined;
}

function judged(name: string, value: string) {
  return {
    name,
    isCredential: isNamedCredential(name.replace(/^-+/, ''), value),
  };
}
