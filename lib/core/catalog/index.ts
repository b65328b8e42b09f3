/** Facts about engines and services, each with its source. Directives load by their own import. */
export * from './engines';
export * from './maxmemory-policies';
export * from './metrics';
export * from './node-types';
export * from './parameters';
export * from './recommended-alarms';
export * from './source';
export { PAGES } from './vendor-pages';
