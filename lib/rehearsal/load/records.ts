/** Which keys numbered records go to. */
export interface KeyScheme {
  /** Beginning of every key; must lie within the user's key pattern. */
  readonly prefix: string;
  /** Hash tags, dealt out in turn: one per shard to follow. @default - none, keys spread over all slots */
  readonly tags?: readonly string[];
}

/** The tag of a record, or the empty text without tags. */
export function tagOf({ tags = [] }: KeyScheme, number: number): string {
  return tags[number % Math.max(1, tags.length)] ?? '';
}

export function keyOf(scheme: KeyScheme, number: number): string {
  const tag = tagOf(scheme, number);
  return tag === '' ? `${scheme.prefix}${number}` : `${scheme.prefix}{${tag}}${number}`;
}

/** A record's content, which tells it from a stranger's under the same key. */
export function valueOf(scheme: KeyScheme, number: number): string {
  return `${scheme.prefix}#${number}`;
}
