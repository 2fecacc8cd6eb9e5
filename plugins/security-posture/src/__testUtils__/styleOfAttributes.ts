/**
 * The style of an element by its own attributes alone, in the place of
 * `getComputedStyle`: jsdom asks every style sheet for every element that a
 * query by role looks at, which took a third of the time of all tests. It lays
 * nothing out, so no test here looks at what a sheet says.
 */
export function styleOfAttributes(element: Element): CSSStyleDeclaration {
  const own = (element as HTMLElement | SVGElement).style;
  const display = element.hasAttribute('hidden') ? 'none' : own.display;
  const told: Record<string, string> = {
    display: display || 'block',
    visibility: own.visibility || 'visible',
    opacity: own.opacity || '1',
  };
  return new Proxy(own, {
    get: (_, name) => {
      if (name === 'getPropertyValue')
        return (property: string) =>
          told[property] ?? own.getPropertyValue(property);
      const value: unknown =
        told[name as string] ?? Reflect.get(own, name, own);
      return typeof value === 'function' ? value.bind(own) : value;
    },
  });
}
