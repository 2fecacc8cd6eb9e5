import {
  Control,
  ControlNeed,
  needInWords,
  READ_PARTS,
  ReadPart,
  readPartOf,
  SUPPORTING_RESOURCES,
  SupportingResource,
} from 'security-posture-engine';
import { section, table } from './markdown';
import { prose } from './prose';

const DEPLOY = '../../deploy';

/** What a control reads, and how it judges that. */
export function readSections({ reads, needs }: Control): readonly string[] {
  return section(2, 'What is read, and how it is judged', [
    prose(reads),
    ...(needs.length
      ? [
          table(
            ['read beside its subject', 'granted by'],
            needs.map(need => [nameOf(need), grantOf(need)]),
          ),
        ]
      : []),
  ]);
}

function nameOf(need: ControlNeed): string {
  const name = needInWords(need);
  if (!(need in SUPPORTING_RESOURCES)) return name;
  const { metadataOnly } = SUPPORTING_RESOURCES[need as SupportingResource];
  return metadataOnly ? `\`${name}\`, metadata only` : `\`${name}\``;
}

function grantOf(need: ControlNeed): string {
  const part = readPartOf(need);
  if (!part) return 'none needed: nothing of it is read from clusters';
  const { file, setting }: ReadPart = READ_PARTS[part];
  const link = `[${file}](${DEPLOY}/${file})`;
  return setting ? `${link}, and \`${setting}\`` : link;
}
