import {
  RemixiconComponentType,
  RiCheckboxCircleFill,
  RiCheckboxBlankCircleLine,
  RiLock2Line,
} from '@remixicon/react';
import { ButtonLink, VisuallyHidden } from '@backstage/ui';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import { OpenClusters } from './OpenClusters';
import styles from './SetupPage.module.css';
import { SetupState, SetupStep } from './setupSteps';

const ICONS: Record<SetupState, RemixiconComponentType> = {
  done: RiCheckboxCircleFill,
  open: RiCheckboxBlankCircleLine,
  hidden: RiLock2Line,
};

/** What connects a cluster, as an adopter writes it. */
const CLUSTER_CONFIG = [
  'kubernetes:',
  '  serviceLocatorMethod: { type: multiTenant }',
  '  clusterLocatorMethods:',
  '    - type: config',
  '      clusters:',
  '        - name: prod-eu',
  '          url: https://prod-eu.example.com',
  '          authProvider: serviceAccount',
  '          serviceAccountToken: ${PROD_EU_TOKEN}',
];

/** The steps of the set-up, each with its state and what is left to do. */
export function StepList({ steps }: { steps: readonly SetupStep[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(step => (
        <Step key={step.id} step={step} />
      ))}
    </ol>
  );
}

function Step({ step }: { step: SetupStep }) {
  const { t } = usePostureTranslation();
  const { id, state, done, of } = step;
  const Icon = ICONS[state];
  return (
    <li className={styles.step} data-state={state}>
      <Icon className={styles.icon} size={22} aria-hidden="true" />
      <div className={styles.words}>
        <h3 className={styles.name}>
          <VisuallyHidden>{t(`setup.state.${state}`)}: </VisuallyHidden>
          {t(`setup.steps.${id}.title`)}
        </h3>
        <p className={styles.detail}>
          {t(`setup.steps.${id}.${state}`, {
            done: String(done ?? 0),
            count: of ?? 0,
          })}
        </p>
        <Remedy step={step} />
      </div>
    </li>
  );
}

/** What to do next; nothing where the step is done. */
function Remedy({ step }: { step: SetupStep }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  if (step.state !== 'open') return null;
  if (step.id === 'clusters') {
    return (
      <div className={styles.config}>
        <CodeBlock
          label={t('setup.steps.clusters.config')}
          lines={CLUSTER_CONFIG.map(text => ({ text }))}
        />
        <CopyButton text={CLUSTER_CONFIG.join('\n')} />
      </div>
    );
  }
  if (step.id === 'answers') return <OpenClusters clusters={step.clusters} />;
  return (
    <ButtonLink variant="secondary" size="small" href={link('coverage')}>
      {t('setup.steps.services.next')}
    </ButtonLink>
  );
}
