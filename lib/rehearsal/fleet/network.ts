/** A host that a rehearsal asks for. */
export interface HostSpec {
  /** Name within the fleet, such as `a1`. */
  readonly name: string;
  /** Zone that the host stands in, for drills on whole zones. @default - none */
  readonly zone?: string;
}

/** A host that stands. */
export interface Host extends HostSpec {
  /** Address that every other host of the fleet reaches it by. */
  readonly address: string;
}

/** Whether something that needs real isolation happened, or why it could not. */
export type Possible = { readonly possible: true } | { readonly possible: false; readonly reason: string };

/** How the hosts of a fleet are kept apart. */
export interface Network {
  readonly isolation: 'namespaces' | 'loopback';
  /** Why the hosts are only addresses. @default - they are real namespaces */
  readonly reason?: string;
  readonly hosts: readonly Host[];
  /** A command as it must be started to run on a host. */
  onHost(host: Host, file: string, args: readonly string[]): { readonly file: string; readonly args: readonly string[] };
  /** Cuts hosts off from all others; those cut off together still see each other. */
  cut(hosts: readonly Host[]): Possible;
  /** Ends every cut that these hosts are part of. */
  heal(hosts: readonly Host[]): Possible;
  /** Removes everything, without waiting, because it also runs while the process ends. */
  removeSync(): void;
}
