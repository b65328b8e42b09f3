import { templateOf } from './backends';
import { holdsForRandomBlueprints } from './random-blueprints';
import { factsOfTemplate } from './template-facts';

test('random blueprints', () => holdsForRandomBlueprints((blueprint) => factsOfTemplate(templateOf(blueprint))), 280_000);
