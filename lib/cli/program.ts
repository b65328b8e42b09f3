import { Argument, Command, Option } from 'commander';
import type { ExitCode } from './exit';
import type { Io } from './io';
import { lazy } from './lazy';
import type { CommonOptions, ReadingOptions } from './options';
import { ownPackage } from './own-package';
import type { InitOptions } from './commands/init';
import type { RehearseOptions } from './rehearse/options';
import type { SynthOptions } from './commands/synth';
import { KINDS, WORKLOADS } from './choices';
import { TARGETS, TOOLKITS } from './synth/toolkits';

type Done = (code: ExitCode) => void;

const EXAMPLES = `
Examples:
  redis-blueprints init sessions                     write sessions/blueprint.yaml
  redis-blueprints validate blueprints/ --strict     check every file, warnings fail
  redis-blueprints plan blueprint.yaml --environment production
  redis-blueprints synth blueprint.yaml --target terraform --out build
  redis-blueprints rehearse blueprint.yaml --drills boot,kill-primary --report report.md

Exit codes: 0 fine, 1 findings (errors; with --strict also warnings), 2 wrong use or an unexpected error.
`;

/** The command line as commander knows it. */
export function programFor(io: Io, done: Done): Command {
  const program = new Command('redis-blueprints')
    .description('Turns blueprints of Redis and Valkey caches into validated, monitored cloud resources.')
    .version(ownPackage().version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('(see redis-blueprints --help)')
    .configureOutput({ writeOut: io.out, writeErr: io.err, getOutHelpWidth: () => io.columns ?? 80, getErrHelpWidth: () => io.columns ?? 80 });
  addInit(program, io, done);
  addValidate(program, io, done);
  addPlan(program, io, done);
  addSynth(program, io, done);
  addRehearse(program, io, done);
  addSchema(program, io, done);
  addRules(program, io, done);
  return program;
}

const FILES = 'YAML files or directories; - is standard input';

function addInit(program: Command, io: Io, done: Done): void {
  common(program.command('init').description('write a commented starter blueprint'))
    .argument('[dir]', 'directory to write blueprint.yaml into', '.')
    .addOption(new Option('--kind <kind>', 'topology').choices([...KINDS]).default('replicated'))
    .addOption(new Option('--workload <workload>', 'main use').choices([...WORKLOADS]).default('cache'))
    .action((directory: string, options: InitOptions) => done(lazy.init().initCommand(directory, options, io)));
}

function addValidate(program: Command, io: Io, done: Done): void {
  reading(program.command('validate').description('check blueprints, and say everything at once'))
    .argument('<files...>', FILES)
    .action(async (files: string[], options: ReadingOptions) => done(await lazy.validate().validateCommand(files, options, io)));
}

function addPlan(program: Command, io: Io, done: Done): void {
  reading(program.command('plan').description('say what will exist: shape, memory, recovery, users, alarms, cost drivers'))
    .argument('<files...>', FILES)
    .action(async (files: string[], options: ReadingOptions) => done(await lazy.plan().planCommand(files, options, io)));
}

function addSynth(program: Command, io: Io, done: Done): void {
  reading(program.command('synth').description('write CloudFormation templates or Terraform JSON'))
    .argument('<files...>', FILES)
    .addOption(new Option('-t, --target <target>', 'what to write').choices([...TARGETS]).makeOptionMandatory())
    .addOption(new Option('-o, --out <dir>', 'directory to write; replaced as a whole if an earlier synth made it').makeOptionMandatory())
    .addOption(new Option('--toolkit <toolkit>', 'Terraform toolkit to use (default: cdktf)').choices([...TOOLKITS]))
    .action(async (files: string[], options: SynthOptions) => done(await lazy.synth().synthCommand(files, options, io)));
}

function addRehearse(program: Command, io: Io, done: Done): void {
  reading(program.command('rehearse').description('boot the same configuration on real engines of this machine, and run drills on it'))
    .argument('<file>', 'YAML file')
    .addOption(new Option('--blueprint <name>', 'which one, where the file holds several'))
    .addOption(new Option('--drills <names>', 'only these, separated by commas (default: all of them)'))
    .addOption(new Option('--engine <engine>', "engine to run, such as valkey@8.1 (default: the nearest to the blueprint's)"))
    .addOption(new Option('--runs <count>', 'how often each drill is run').default('1'))
    .addOption(new Option('--report <file>', 'write the Markdown report there instead of to the terminal'))
    .addOption(new Option('--isolation <kind>', 'how hosts are kept apart').choices(['auto', 'namespaces', 'loopback']).default('auto'))
    .addOption(new Option('--keep', 'keep configuration and logs, and say where'))
    .action(async (file: string, options: RehearseOptions) => done(await lazy.rehearse().rehearseCommand(file, options, io)));
}

function addSchema(program: Command, io: Io, done: Done): void {
  program
    .command('schema')
    .description('print the JSON Schema of a blueprint file, for editors')
    .option('--json', 'the schema is JSON already; accepted for symmetry')
    .action(() => done(lazy.schema().schemaCommand(io)));
}

function addRules(program: Command, io: Io, done: Done): void {
  common(program.command('rules').description('list every rule, or explain one'))
    .addArgument(new Argument('[code]', 'code or name, such as RB104'))
    .action((code: string | undefined, options: CommonOptions) => done(lazy.rules().rulesCommand(code, options, io)));
}

function common(command: Command): Command {
  return command.option('--json', 'write one JSON object').option('-q, --quiet', 'only what makes the command fail').option('--no-color', 'no colours (NO_COLOR does the same)');
}

function reading(command: Command): Command {
  return common(command)
    .option('-e, --environment <name>', 'only this environment (default: all of them)')
    .option('--strict', 'warnings that nobody acknowledged fail too');
}
