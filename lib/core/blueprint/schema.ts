import { fileSchemaOf } from './file-schema';
import type { JsonSchema } from './file-schema';
import { blueprintSchema } from './schema.generated';

export { blueprintSchema };
export type { JsonSchema };

/** JSON Schema of a YAML file: a blueprint that may have overlays under `environments`. The same as docs/blueprint.schema.json. */
export const fileSchema: JsonSchema = fileSchemaOf(blueprintSchema);
