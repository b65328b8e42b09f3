export { judgeTemplate, RedisBlueprintsValidationPlugin } from './plugin';
