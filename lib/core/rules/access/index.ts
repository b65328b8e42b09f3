import type { Rule } from '../rule';
import { accessString } from './access-string';
import { adminWithPassword } from './admin-with-password';
import { channelsVersion } from './channels-version';
import { duplicateUsers } from './duplicate-users';
import { iamUserName } from './iam-user-name';
import { idleUser } from './idle-user';
import { oneWayIn } from './one-way-in';
import { openCache } from './open-cache';
import { patterns } from './patterns';
import { reservedUserName } from './reserved-user-name';
import { userCommands } from './user-commands';
import { userGroupEngine } from './user-group-engine';
import { userWithoutKeys } from './user-without-keys';
import { wordsOrString } from './words-or-string';
import { writerOfEverything } from './writer-of-everything';

/** Who may use the cache, and how far. */
export const accessRules: readonly Rule[] = [
  openCache, oneWayIn, reservedUserName, duplicateUsers, iamUserName, userGroupEngine, wordsOrString, accessString,
  userCommands, idleUser, userWithoutKeys, writerOfEverything, adminWithPassword, patterns, channelsVersion,
];
