export { RightWords } from './RightWords';
export { rightPlaceWords, rightWords } from './rightWords';
