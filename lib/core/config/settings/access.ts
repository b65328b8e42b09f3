import { ACL_FILES, passwordOf, PLACES } from '../placeholders';
import type { Setting } from '../render';

/** Who gets in, and what nobody may do. */
export const ACCESS_SETTINGS: readonly Setting[] = [
  { directive: 'protected-mode', value: true, reason: 'a second lock, should the ACL file ever let the default user in' },
  { directive: 'aclfile', value: `${PLACES.run}/${ACL_FILES.data}`, reason: 'every user stands in one file that every start makes anew' },
  // Valkey from 8.0 on calls them primaryuser and primaryauth and accepts these names, too.
  { directive: 'masteruser', value: 'replication', reason: 'replicas copy with the least rights' },
  { directive: 'masterauth', value: passwordOf('replication'), reason: 'replicas copy with the least rights' },
  { directive: 'enable-debug-command', value: 'no', reason: 'DEBUG can crash a node', whereKnown: true },
  { directive: 'enable-protected-configs', value: 'no', reason: 'CONFIG SET of file names would write files anywhere', whereKnown: true },
  { directive: 'enable-module-command', value: 'no', reason: 'MODULE LOAD would run any code', whereKnown: true },
  { directive: 'acllog-max-len', value: 128, reason: 'refused logins and commands stay visible' },
];
