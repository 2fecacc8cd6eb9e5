import { Select } from '@backstage/ui';
import { useCatalogChoices } from '../../api/useCatalogChoices';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { scopeName } from '../ScopeName';

/** Stands for no team, for a select has no empty value. */
const ALL = 'all';

/** Props of {@link OwnerSelect}. */
export interface OwnerSelectProps {
  /** Ref of the group; empty for all. */
  owner: string;
  onChange: (owner: string) => void;
}

/** Chooses of which team the page is. A team of the address that the catalog does not list is kept. */
export function OwnerSelect({ owner, onChange }: OwnerSelectProps) {
  const { t } = usePostureTranslation();
  const groups = useCatalogChoices('group');
  const known = groups.some(({ ref }) => ref === owner);
  const options = [
    { value: ALL, label: t('overview.owner.all') },
    ...groups.map(({ ref, title }) => ({ value: ref, label: title })),
    ...(owner && !known ? [{ value: owner, label: nameOf(owner) }] : []),
  ];
  return (
    <Select
      size="small"
      aria-label={t('overview.owner.label')}
      options={options}
      value={owner || ALL}
      onChange={value => onChange(value === ALL ? '' : String(value))}
    />
  );
}

/** What a person wrote into the address need not be a ref. */
function nameOf(owner: string): string {
  return /^\w+:[^/]+\/.+$/.test(owner) ? scopeName(owner) : owner;
}
