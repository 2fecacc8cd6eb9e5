import { SEVERITIES } from 'security-posture-engine';
import { listOf, oneOf, queryParameter, ref, Schema } from './kit';
import { timeText } from './parameters';

const shortText: Schema = { type: 'string', minLength: 1, maxLength: 300 };
const flagText: Schema = { type: 'boolean' };

/** The parameters that choose findings by what was found, of one entity or of many. */
export const verdictParameters = [
  queryParameter(
    'outcomes',
    'Only these outcomes; both by default',
    listOf(oneOf(['fail', 'notEvaluated'])),
  ),
  queryParameter(
    'severities',
    'Only these severities',
    listOf(oneOf(SEVERITIES)),
  ),
];

/** The parameters that choose findings over many entities. */
export const findingsFilterParameters = [
  ...verdictParameters,
  queryParameter('controls', 'Only these controls', listOf(shortText)),
  queryParameter(
    'categories',
    'Only controls of these categories',
    listOf(ref('Category')),
  ),
  queryParameter(
    'framework',
    'Only controls that answer this framework',
    ref('FrameworkId'),
  ),
  queryParameter('namespaces', 'Only in these namespaces', listOf(shortText)),
  queryParameter('entity', 'Only of this entity, as a full ref', shortText),
  queryParameter(
    'owner',
    'Only of entities that this group, or one below it, owns, as a full ref',
    shortText,
  ),
  queryParameter(
    'system',
    'Only of entities in this system or domain, as a full ref',
    shortText,
  ),
  queryParameter('exempted', 'Only exempted ones, or only others', flagText),
  queryParameter(
    'stale',
    'Only those that could not be judged again, or only others',
    flagText,
  ),
  queryParameter(
    'since',
    'Only those that are open since this time or later: an ISO time, or a date, which means its beginning in UTC',
    timeText,
  ),
  queryParameter(
    'search',
    'Part of the name or namespace of what it is on, or of the id or a title of the control',
    shortText,
  ),
];

/** The parameters that choose clusters, where findings are not of one only. */
export const clusterFilterParameters = [
  queryParameter('clusters', 'Only these clusters', listOf(shortText)),
  queryParameter(
    'production',
    'Only in clusters that are marked production, or only in others',
    flagText,
  ),
];
