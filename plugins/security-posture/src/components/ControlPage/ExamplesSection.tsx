import type { ControlView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ControlState, StateMark } from '../StateMark';
import { TabSection } from '../TabSection';
import { YamlBlock } from '../YamlBlock';
import styles from './ControlPage.module.css';

type Outcome = keyof ControlView['examples'];

const STATES: Readonly<Record<Outcome, ControlState>> = {
  fail: 'failing',
  pass: 'passing',
  notApplicable: 'notApplicable',
  notEvaluated: 'notEvaluated',
};

/** YAML that fails a control beside YAML that passes it, and where it says neither. */
export function ExamplesSection({
  examples,
}: {
  examples: ControlView['examples'];
}) {
  const { t } = usePostureTranslation();
  const outcomes = (Object.keys(STATES) as Outcome[]).filter(
    outcome => examples[outcome]?.length,
  );
  return (
    <TabSection title={t('control.examples.title')}>
      <div className={styles.examples}>
        {outcomes.map(outcome => (
          <section key={outcome} className={styles.outcome}>
            <h3 className={styles.heading}>
              <StateMark state={STATES[outcome]} />
            </h3>
            {examples[outcome]!.map((yaml, index) => (
              <YamlBlock
                key={index}
                label={t('control.examples.label', {
                  state: t(`shared.state.${STATES[outcome]}`),
                  number: String(index + 1),
                })}
                yaml={yaml}
              />
            ))}
          </section>
        ))}
      </div>
    </TabSection>
  );
}
