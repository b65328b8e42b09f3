import type { Blueprint } from '../../core/blueprint';
import type { Finding } from '../../core/finding';
import { formatPath } from '../../core/finding';
import type { TemplateResource } from './template';

/** A resource of a template in the words of a blueprint, so that the same rules can judge it. */
export interface Lifted {
  readonly resource: TemplateResource;
  readonly blueprint: Blueprint;
  /**
   * Property behind each path of the blueprint that the template states. Findings elsewhere concern values that only fill
   * the blueprint up, and are not the template's.
   */
  readonly properties: { readonly [path: string]: string };
}

/** The property that a finding is about; undefined when the template does not state it. */
export function propertyOf(finding: Finding, { properties }: Lifted): string | undefined {
  const path = formatPath(finding.path);
  const [longest] = Object.keys(properties)
    .filter((candidate) => path === candidate || path.startsWith(`${candidate}.`) || path.startsWith(`${candidate}[`))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? undefined : properties[longest];
}

/** Keeps what is stated. */
export function stated<T>(entries: { readonly [key: string]: T | undefined }): { [key: string]: T } {
  return Object.fromEntries(Object.entries(entries).filter((entry): entry is [string, T] => entry[1] !== undefined));
}

/** What every lifted blueprint holds beside what the template states; chosen so that no rule that is asked objects to it. */
export const FILLER = {
  environment: 'development',
  nodeType: 'cache.r7g.large',
  network: { vpcId: 'vpc-00000000', subnetIds: ['subnet-00000000', 'subnet-11111111'] },
} as const;
