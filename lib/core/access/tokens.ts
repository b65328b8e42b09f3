/** Rules of an access string; a selector, which holds spaces, is one of them. */
export function accessRules(accessString: string): readonly string[] {
  return accessString.match(/\([^)]*\)?|[^\s(]\S*/g) ?? [];
}

/** The rules inside a selector. */
export function selectorRules(selector: string): readonly string[] {
  return accessRules(selector.replace(/^\(/, '').replace(/\)$/, ''));
}
