import type { Rule, SharedRule } from '../rule';
import { cacheIdFormat } from './cache-id-format';
import { descriptionText } from './description-text';
import { nameFormat } from './name-format';
import { tagFormat } from './tag-format';
import { upperCaseId } from './upper-case-id';
import { userGroupIdLength } from './user-group-id-length';
import { userIdFormat } from './user-id-format';
import { userNameFormat } from './user-name-format';

export const namingRules: readonly (Rule | SharedRule)[] = [
  nameFormat,
  cacheIdFormat,
  upperCaseId,
  userIdFormat,
  userGroupIdLength,
  userNameFormat,
  tagFormat,
  descriptionText,
];
