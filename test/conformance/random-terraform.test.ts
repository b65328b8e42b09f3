import { terraformOf } from './backends';
import { holdsForRandomBlueprints } from './random-blueprints';
import { factsOfTerraform } from './terraform-facts';

test('random blueprints', () => holdsForRandomBlueprints((blueprint) => factsOfTerraform(terraformOf(blueprint))), 280_000);
