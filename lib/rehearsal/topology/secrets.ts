import { createHash, randomBytes } from 'node:crypto';

/** Passwords that exist for one run. */
export class Passwords {
  private readonly known = new Map<string, string>();

  /** The password of a user; made when it is first asked for. */
  of(user: string): string {
    const found = this.known.get(user) ?? randomBytes(16).toString('hex');
    this.known.set(user, found);
    return found;
  }

  /** SHA-256 of the password, as ACL files hold it. */
  hashOf(user: string): string {
    return createHash('sha256').update(this.of(user)).digest('hex');
  }
}
