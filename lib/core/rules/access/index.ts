import type { Rule } from '../rule';
import { accessString } from './access-string';
import { adminWithPassword } from './admin-with-password';
import { authTokenNeedsTls } from './auth-token-needs-tls';
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
import { usersNeedTls } from './users-need-tls';
import { usersPerGroup } from './users-per-group';
import { wordsOrString } from './words-or-string';
import { writerOfEverything } from './writer-of-everything';

/** Who may use the cache, and how far. */
export const accessRules: readonly Rule[] = [
  openCache, oneWayIn, usersNeedTls, authTokenNeedsTls, reservedUserName, duplicateUsers, iamUserName, userGroupEngine, wordsOrString, accessString,
  userCommands, idleUser, userWithoutKeys, writerOfEverything, adminWithPassword, usersPerGroup, patterns, channelsVersion,
];
