import type { ResourceView } from 'backstage-plugin-security-posture-common';
import { subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CodeBlock } from '../CodeBlock';
import { excerptOf, Violation } from './excerptOf';

/** Props of {@link EvidenceExcerpt}. */
export interface EvidenceExcerptProps {
  violation: Violation;
  resource: ResourceView;
}

/** The failing field in its place, as YAML with the line marked; nothing where something is missing as a whole. */
export function EvidenceExcerpt(props: EvidenceExcerptProps) {
  const { violation, resource } = props;
  const { t } = usePostureTranslation();
  const lines = excerptOf(violation, {
    notSet: t('shared.code.notSet'),
    expected: value => t('shared.code.expected', { value }),
  });
  const label = t('tab.finding.excerpt', {
    subject: subjectName(resource),
    cluster: resource.cluster,
  });
  return lines.length > 0 ? <CodeBlock label={label} lines={lines} /> : null;
}
