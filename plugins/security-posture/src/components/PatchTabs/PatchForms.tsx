import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  PatchForm,
  patchForms,
  ResourcePatchView,
} from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import styles from './PatchTabs.module.css';

/** Props of {@link PatchForms}. */
export interface PatchFormsProps {
  patch: Pick<ResourcePatchView, 'resource' | 'strategicMerge'>;
}

/** One patch in the forms in which people apply it. */
export function PatchForms({ patch }: PatchFormsProps) {
  const { t } = usePostureTranslation();
  const forms = patchForms(patch);
  const [form, setForm] = useState<PatchForm['id']>(forms[0].id);
  const shown = forms.find(each => each.id === form) ?? forms[0];
  return (
    <div className={styles.forms}>
      <Tabs
        selectedKey={shown.id}
        onSelectionChange={key => setForm(key as PatchForm['id'])}
      >
        <TabList aria-label={t('shared.patch.formats')}>
          {forms.map(({ id }) => (
            <Tab key={id} id={id}>
              {t(`shared.patch.${id}`)}
            </Tab>
          ))}
        </TabList>
        {forms.map(({ id, text }) => (
          <TabPanel key={id} id={id} className={styles.panel}>
            <CodeBlock
              label={t(`shared.patch.${id}`)}
              lines={text
                .trimEnd()
                .split('\n')
                .map(line => ({ text: line }))}
            />
          </TabPanel>
        ))}
      </Tabs>
      <div className={styles.copy}>
        <CopyButton text={shown.text} />
      </div>
    </div>
  );
}
