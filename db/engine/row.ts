export { codeOf } from './place.ts';
