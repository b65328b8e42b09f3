// What `npm start` shows: the plan of an example, then the same plan as CloudFormation and as Terraform JSON.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const blueprint = path.join('examples', 'session-store', 'blueprint.yaml');
const commands = [
  ['plan', blueprint],
  ['synth', blueprint, '--target', 'cloudformation', '--out', path.join('out', 'cloudformation')],
  ['synth', blueprint, '--target', 'terraform', '--out', path.join('out', 'terraform')],
];

for (const command of commands) {
  console.log(`\n$ redis-blueprints ${command.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, [path.join('dist', 'bin', 'redis-blueprints.js'), ...command], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
