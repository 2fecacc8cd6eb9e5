/** What stands at the head of the first sheet when the page is printed. */
export function printedHead(): string {
  const page = document.querySelector('[data-printed-page]');
  return page?.getAttribute('data-printed-page') ?? '';
}
