export { exposureOfService } from './exposureOfService';
export type { ServiceExposure } from './exposureOfService';
export { ENCRYPTED, listenersOf, routesTo } from './gatewayRoutes';
export type { RouteListener } from './gatewayRoutes';
export { ingressBackends } from './ingressBackends';
export { servicesOfNobody, servicesOfWorkload } from './servicesOfWorkload';
