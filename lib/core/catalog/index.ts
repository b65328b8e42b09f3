/** Facts about engines and services, each with its source. Directives load by their own import. */
export * from './acl';
export * from './auto-scaling';
export * from './engines';
export * from './iam';
export * from './instance-types';
export * from './limits';
export * from './maxmemory-policies';
export * from './metric-dimensions';
export * from './metrics';
export * from './names';
export * from './node-types';
export * from './parameters';
export * from './recommended-alarms';
export * from './replacement';
export * from './source';
export * from './vpc';
export { PAGES } from './vendor-pages';
