import { numberOf } from '../live/derive';
import { KubernetesVersion } from '../objects/KubernetesVersion';
import { Answer, jsonAnswer, textAnswer } from './Answer';
import { notAcceptable, unknownPath } from './apiErrors';
import { parseAccept, Representation, representationIn } from './mediaType';

export interface FlagzContext {
  cluster: string;
  version: KubernetesVersion;
  /** What `/flagz` tells, by flag without dashes; undefined: there is no `/flagz`. */
  flags?: Readonly<Record<string, string>>;
}

/** First minor of Kubernetes 1 that serves the structured form in each version. */
const structuredSince: Record<string, number> = { v1beta1: 36, v1alpha1: 35 };

/** Kubernetes draws one of them when it starts, so that nobody parses the text. */
const delimiters = [':', ': ', '=', ' '];

/**
 * Answers `/flagz` as component-base's z-pages do: as an object to who asks for
 * one by group, version and kind, else as text.
 *
 * @throws ApiError 404 where the API server does not serve it, 406 to who
 *   accepts neither form.
 */
export function answerFlagz(
  context: FlagzContext,
  accept: string | undefined,
): Answer {
  const { flags, version } = context;
  if (!flags) {
    throw unknownPath();
  }
  const offered = offeredForms(Number(version.minor));
  for (const mediaType of parseAccept(accept ?? '*/*')) {
    const form = representationIn(mediaType, offered);
    if (form) {
      return structured(form, flags);
    }
    if (['text/plain', 'text/*', '*/*'].includes(mediaType.type)) {
      return textAnswer(textOf(context.cluster, flags));
    }
  }
  throw notAcceptable('text/plain');
}

function offeredForms(minor: number): Representation[] {
  return Object.entries(structuredSince)
    .filter(([, since]) => minor >= since)
    .map(([version]) => ({ as: 'Flagz', group: 'config.k8s.io', version }));
}

function structured(
  { as, group, version }: Representation,
  flags: Readonly<Record<string, string>>,
): Answer {
  return jsonAnswer({
    kind: as,
    apiVersion: `${group}/${version}`,
    metadata: { name: 'kube-apiserver' },
    flags,
  });
}

function textOf(
  cluster: string,
  flags: Readonly<Record<string, string>>,
): string {
  const delimiter = delimiters[numberOf(cluster) % delimiters.length];
  const lines = Object.keys(flags)
    .sort()
    .map(name => `${name}${delimiter}${flags[name]}\n`);
  return `
kube-apiserver flags
Warning: This endpoint is not meant to be machine parseable, has no formatting compatibility guarantees and is for debugging purposes only.

${lines.join('')}`;
}
