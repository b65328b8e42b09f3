import { fileSchemaOf } from '../../core/blueprint/file-schema';
import { blueprintSchema } from '../../core/blueprint/schema.generated';
import { EXIT } from '../exit';
import type { ExitCode } from '../exit';
import type { Io } from '../io';

/** `schema`: prints the JSON Schema of a blueprint file, overlays included, for editors. */
export function schemaCommand(io: Io): ExitCode {
  io.out(`${JSON.stringify(fileSchemaOf(blueprintSchema), null, 2)}\n`);
  return EXIT.fine;
}
