import { createDevApp } from '@backstage/frontend-dev-utils';
import { galleryPlugin } from './galleryPlugin';

createDevApp({ features: [galleryPlugin] });
