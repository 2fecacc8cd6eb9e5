import { Labels } from '../objects/Manifest';

export type LabelMatcher = (labels: Labels) => boolean;

const namePart = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const key = `(?:${namePart}/)?${namePart}`;
const value = `(?:${namePart})?`;

const existence = new RegExp(`^(!?)\\s*(${key})$`);
const equality = new RegExp(`^(${key})\\s*(==|=|!=)\\s*(${value})$`);
const membership = new RegExp(`^(${key})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);

/**
 * Understands the whole grammar of `labelSelector`: `a=b`, `a==b`, `a!=b`,
 * `a in (b,c)`, `a notin (b,c)`, `a`, `!a`, joined by commas.
 *
 * @throws SyntaxError on anything else.
 */
export function parseLabelSelector(selector: string): LabelMatcher {
  if (selector.trim() === '') {
    return () => true;
  }
  const requirements = splitRequirements(selector).map(parseRequirement);
  return labels => requirements.every(matches => matches(labels));
}

function splitRequirements(selector: string): string[] {
  return selector.split(/,(?![^()]*\))/).map(part => part.trim());
}

function parseRequirement(text: string): LabelMatcher {
  const matcher =
    existenceMatcher(text) ?? equalityMatcher(text) ?? membershipMatcher(text);
  if (!matcher) {
    throw new SyntaxError(`unable to parse requirement: '${text}'`);
  }
  return matcher;
}

function existenceMatcher(text: string): LabelMatcher | undefined {
  const match = existence.exec(text);
  if (!match) {
    return undefined;
  }
  const [, negation, name] = match;
  return labels => Object.hasOwn(labels, name) === (negation === '');
}

function equalityMatcher(text: string): LabelMatcher | undefined {
  const match = equality.exec(text);
  if (!match) {
    return undefined;
  }
  const [, name, operator, wanted] = match;
  return operator === '!='
    ? labels => labels[name] !== wanted
    : labels => labels[name] === wanted;
}

function membershipMatcher(text: string): LabelMatcher | undefined {
  const match = membership.exec(text);
  if (!match) {
    return undefined;
  }
  const [, name, operator, list] = match;
  const wanted = new Set(list.split(',').map(parseValue));
  return operator === 'in'
    ? labels => Object.hasOwn(labels, name) && wanted.has(labels[name])
    : labels => !Object.hasOwn(labels, name) || !wanted.has(labels[name]);
}

function parseValue(text: string): string {
  const trimmed = text.trim();
  if (!new RegExp(`^${value}$`).test(trimmed)) {
    throw new SyntaxError(`invalid label value: '${trimmed}'`);
  }
  return trimmed;
}
