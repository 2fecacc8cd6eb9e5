import { Content, Header, Page } from '@backstage/core-components';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { OrganisationPage } from '../OrganisationPage';

/** The organisation's board with the header that classic portals expect from a page. */
export function ClassicOrganisationPage() {
  const { t } = usePostureTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('board.title')} />
      <Content noPadding>
        <OrganisationPage />
      </Content>
    </Page>
  );
}
