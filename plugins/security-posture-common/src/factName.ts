/** The name of the fact that says whether a control passes: `privilegedContainerPasses` for `privileged-container`. */
export function factName(control: string): string {
  const camelCase = control.replace(/-([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  return `${camelCase}Passes`;
}
