import { RiPauseCircleLine } from '@remixicon/react';
import type {
  EntityPosture,
  ExemptionsRegister,
} from 'backstage-plugin-security-posture-common';
import { Button, Link } from '@backstage/ui';
import { useExemptionsRegister } from '../../api';
import { useMountedBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { EmptyState } from '../EmptyState';
import { scopeWords } from '../ExemptionPanel';
import { useExemptionPanels } from '../ExemptionPanels';
import { ExemptionStanding } from '../ExemptionStanding';
import { Loaded } from '../Loaded';
import { TabSection } from '../TabSection';
import { actionWords } from './actionWords';
import styles from './EntityExemptions.module.css';

/** Props of {@link EntityExemptions}. */
export interface EntityExemptionsProps {
  posture: EntityPosture;
}

/** The exemptions of an entity, those that wait and those in force first, each with how it stands. */
export function EntityExemptions(props: EntityExemptionsProps) {
  const { posture } = props;
  const register = useExemptionsRegister({ entity: posture.entityRef });
  const { t } = usePostureTranslation();
  const link = useMountedBoardLink();
  return (
    <TabSection
      flush
      title={t('exemptions.title')}
      actions={
        link && (
          <Link
            className={styles.all}
            href={link('exemptions', { query: { entity: posture.entityRef } })}
          >
            {t('exemptions.view.all')}
          </Link>
        )
      }
    >
      <Loaded resource={register} height={180}>
        {({ items }) =>
          items.length === 0 ? (
            <div className={styles.empty}>
              <EmptyState
                icon={RiPauseCircleLine}
                title={t('exemptions.view.none')}
              >
                <p>{t('exemptions.view.noneDetail')}</p>
              </EmptyState>
            </div>
          ) : (
            <ul className={styles.list}>
              {items.map(exemption => (
                <li key={exemption.id}>
                  <Item exemption={exemption} posture={posture} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </TabSection>
  );
}

function Item(props: {
  exemption: ExemptionsRegister['items'][number];
  posture: EntityPosture;
}) {
  const { exemption, posture } = props;
  const { t } = usePostureTranslation();
  const panels = useExemptionPanels();
  return (
    <ExemptionStanding
      exemption={exemption}
      scores={{ score: posture.score.value, raw: posture.raw.value }}
      about={
        <>
          <strong>{exemption.title}</strong>
          {', '}
          {scopeWords(exemption, t)}
        </>
      }
      actions={
        <Button
          size="small"
          variant="secondary"
          onPress={() => panels?.open(exemption.id)}
        >
          {actionWords(exemption, t)}
        </Button>
      }
    />
  );
}
