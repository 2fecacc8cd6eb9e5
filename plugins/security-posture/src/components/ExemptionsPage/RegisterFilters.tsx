import { parseEntityRef } from '@backstage/catalog-model';
import { Button, SearchField } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { ExemptionsRegister } from 'backstage-plugin-security-posture-common';
import { EXEMPTION_PARTS } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ActorNames } from '../ActorName';
import { useDelayedText } from '../EntityList/useDelayedText';
import styles from './ExemptionsPage.module.css';
import { RegisterState } from './useRegisterState';

/** Props of {@link RegisterFilters}. */
export interface RegisterFiltersProps {
  list: RegisterState;
  register: ExemptionsRegister | undefined;
}

/** The parts of the register with their numbers, the search, and who decides. */
export function RegisterFilters({ list, register }: RegisterFiltersProps) {
  const { t } = usePostureTranslation();
  const { state, change } = list;
  const [search, setSearch] = useDelayedText(state.search, text =>
    change({ search: text }),
  );
  return (
    <div className={styles.filters}>
      <PartChoice list={list} register={register} />
      <div className={styles.line}>
        <SearchField
          className={styles.search}
          size="small"
          aria-label={t('exemptions.register.search')}
          placeholder={t('exemptions.register.searchHint')}
          value={search}
          onChange={setSearch}
        />
        <Narrowing list={list} register={register} />
        {register && <WhoDecides register={register} />}
      </div>
    </div>
  );
}

function PartChoice({ list, register }: RegisterFiltersProps) {
  const { t } = usePostureTranslation();
  const { part, change } = list;
  return (
    <div
      role="group"
      className={styles.parts}
      aria-label={t('exemptions.register.partsLabel')}
    >
      {(['all', ...EXEMPTION_PARTS] as const).map(id => (
        <button
          key={id}
          type="button"
          className={styles.part}
          aria-pressed={id === (part ?? 'all')}
          onClick={() => change({ part: id === 'all' ? '' : id })}
        >
          {t(`exemptions.register.part.${id}`)}
          {register && id !== 'all' && (
            <span
              className={styles.number}
              data-warns={id === 'appliesToNothing' && register.counts[id] > 0}
            >
              {register.counts[id]}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** What a link to the page has narrowed it to, and the way out. */
function Narrowing({ list, register }: RegisterFiltersProps) {
  const { t } = usePostureTranslation();
  const { entity, control } = list.state;
  if (!entity && !control) return null;
  const title =
    register?.items.find(item => item.control === control)?.title ?? control;
  const words = [
    entity && t('exemptions.register.of', { entity: nameOf(entity) }),
    control && t('exemptions.register.ofControl', { control: title }),
  ].filter(Boolean);
  return (
    <span className={styles.narrowing}>
      {words.join(', ')}
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiCloseLine />}
        onPress={() => list.change({ entity: '', control: '' })}
      >
        {t('exemptions.register.clear')}
      </Button>
    </span>
  );
}

function WhoDecides({ register }: { register: ExemptionsRegister }) {
  const { t } = usePostureTranslation();
  const { decides, approvers } = register;
  if (approvers.length === 0) {
    return (
      <span className={styles.aside}>{t('exemptions.panel.why.nobody')}</span>
    );
  }
  return (
    <span className={styles.aside}>
      {decides
        ? t('exemptions.register.decides')
        : t('exemptions.register.others', {
            approvers: <ActorNames actors={approvers} />,
          })}
    </span>
  );
}

/** A hand-edited address may name what is no ref; the server says so. */
function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}
