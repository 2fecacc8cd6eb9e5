export { ActorName } from './ActorName';
export { ActorNames } from './ActorNames';
