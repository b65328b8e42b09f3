import type { ManagedBlueprint } from '../core/blueprint';
import type { AcceptedBlueprint } from './check';
import { KINDS } from './choices';
import { UsageError } from './exit';

/** An accepted blueprint of a topology that runs on ElastiCache. */
export interface ManagedDocument extends AcceptedBlueprint {
  readonly blueprint: ManagedBlueprint;
}

/** @throws UsageError when a command meets a topology that it cannot describe or write yet. */
export function managedOnly(command: string, documents: readonly AcceptedBlueprint[]): readonly ManagedDocument[] {
  const other = documents.find((document) => !isManaged(document));
  if (other !== undefined) {
    throw new UsageError(`${command} knows the kinds ${KINDS.join(' and ')}, and ${other.file} holds another: ${String(other.blueprint.kind)}`, 'name the other files alone');
  }
  return documents.filter(isManaged);
}

function isManaged(document: AcceptedBlueprint): document is ManagedDocument {
  return KINDS.some((kind) => kind === document.blueprint.kind);
}
