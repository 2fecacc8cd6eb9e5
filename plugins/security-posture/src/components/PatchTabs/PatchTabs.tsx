import { useState } from 'react';
import { Select } from '@backstage/ui';
import { RiAlertLine, RiCheckLine } from '@remixicon/react';
import type { ResourcePatchView } from 'backstage-plugin-security-posture-common';
import { subjectId, subjectName } from '../../model/subjectName';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { PatchForms } from './PatchForms';
import styles from './PatchTabs.module.css';

/** A patch in the forms in which people apply one, for one workload or a choice of them. */
export function PatchTabs({
  patches,
}: {
  patches: readonly ResourcePatchView[];
}) {
  const { t } = usePostureTranslation();
  const [chosen, setChosen] = useState<string>();
  const patch =
    patches.find(each => subjectId(each.resource) === chosen) ?? patches[0];
  if (!patch) return <p className={styles.none}>{t('shared.patch.none')}</p>;
  return (
    <div className={styles.patch}>
      {patches.length > 1 && (
        <Select
          label={t('shared.patch.workload')}
          size="small"
          value={subjectId(patch.resource)}
          onChange={key => setChosen(String(key))}
          options={patches.map(({ resource }) => ({
            id: subjectId(resource),
            label: `${subjectName(resource)}, ${resource.cluster}`,
          }))}
        />
      )}
      <PatchForms key={subjectId(patch.resource)} patch={patch} />
      <Proof proven={patch.proven} />
    </div>
  );
}

function Proof({ proven }: { proven: boolean }) {
  const { t } = usePostureTranslation();
  const Icon = proven ? RiCheckLine : RiAlertLine;
  return (
    <p className={styles.proof} data-proven={proven}>
      <Icon size={16} aria-hidden="true" />
      {t(proven ? 'shared.patch.proven' : 'shared.patch.notProven')}
    </p>
  );
}
