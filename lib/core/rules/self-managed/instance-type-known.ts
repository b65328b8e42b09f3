import type { SelfManagedBlueprint } from '../../blueprint';
import { instanceTypeNames } from '../../catalog';
import type { FindingPath } from '../../finding';
import { closest } from '../closest';
import { shown } from '../wording';
import { hit } from '../hit';
import type { SelfManagedRule } from '../rule';

export const instanceTypeKnown: SelfManagedRule = {
  code: 'RB530',
  name: 'instance-type-known',
  severity: 'error',
  looksAt: 'self-managed',
  title: 'Instance types are ones that the catalog knows.',
  why: 'Memory, architecture and bandwidth follow from the type; of an unknown one maxmemory cannot be computed.',
  source: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
  check: ({ blueprint }) =>
    statedTypes(blueprint).flatMap(({ path, name }) => {
      if (instanceTypeNames().includes(name)) return [];
      const meant = closest(name, instanceTypeNames());
      return [hit(path, `must be an instance type of the catalog, got ${shown(name)}`, meant === undefined ? 'choose one such as r7g.large' : `did you mean \`${meant}\`?`, name)];
    }),
};

function statedTypes(blueprint: SelfManagedBlueprint): readonly { readonly path: FindingPath; readonly name: string }[] {
  const own = blueprint.kind === 'sentinel' ? blueprint.sentinels?.instanceType : undefined;
  return [{ path: ['instanceType'], name: blueprint.instanceType }, ...(own === undefined ? [] : [{ path: ['sentinels', 'instanceType'], name: own }])];
}
