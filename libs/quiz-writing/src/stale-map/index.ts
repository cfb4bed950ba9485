export { compareVersions, type FactChange } from './compare-versions.js';
