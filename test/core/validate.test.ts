import fc from 'fast-check';
import type { Acknowledgement } from '../../lib/core/blueprint';
import { formatFinding } from '../../lib/core/finding';
import type { Rule } from '../../lib/core/rules/rule';
import { validate, validateWith } from '../../lib/core/validate';

const base = {
  kind: 'replicated',
  name: 'sessions',
  nodeType: 'cache.r7g.large',
  network: { vpcId: 'vpc-1', subnetIds: ['subnet-1', 'subnet-2'] },
  access: { users: [{ name: 'app', can: ['read'], keys: ['*'] }] },
};

const warning: Rule = {
  code: 'RB991',
  name: 'warns',
  severity: 'warning',
  title: 'Warns.',
  why: 'For this test.',
  source: 'https://docs.aws.amazon.com/',
  check: () => [
    { path: ['access', 'users', 0], message: 'a user', remedy: 'drop it' },
    { path: ['access'], message: 'access', remedy: 'drop it' },
  ],
};
const error: Rule = { ...warning, code: 'RB992', name: 'fails', severity: 'error' };
const defect: Rule = {
  ...warning,
  code: 'RB993',
  name: 'breaks',
  check: () => {
    throw new Error('oops');
  },
};

const acknowledging = (...acknowledge: Acknowledgement[]) => ({ ...base, acknowledge });
const lines = (findings: ReturnType<typeof validate>) => findings.map((finding) => `${finding.severity}: ${formatFinding(finding)}`);

describe('validate', () => {
  it('orders by severity, then place, then code', () => {
    const found = validateWith([warning, error], base).map(({ code, path }) => [code, path.join('.')]);
    expect(found).toEqual([
      ['RB992', 'access'],
      ['RB992', 'access.users.0'],
      ['RB991', 'access'],
      ['RB991', 'access.users.0'],
    ]);
  });

  it('reports a rule that fails as an error instead of failing', () => {
    expect(lines(validateWith([defect], base))).toEqual([
      'error: rule breaks [RB993] failed on this blueprint: oops; report it with the blueprint, it is a defect of redis-blueprints [RB014]',
    ]);
  });

  it('runs the rules although keys are unknown', () => {
    expect(validateWith([warning], { ...base, replica: 2 }).map(({ code }) => code)).toEqual(['RB003', 'RB991', 'RB991']);
  });

  it('does not run the rules when a type is wrong', () => {
    expect(validateWith([warning], { ...base, replicas: '2' }).map(({ code }) => code)).toEqual(['RB004', 'RB012']);
  });
});

describe('acknowledgements', () => {
  it('mark every finding with the code', () => {
    expect(validateWith([warning], acknowledging({ code: 'RB991', reason: ' known ' })).map(({ acknowledged }) => acknowledged)).toEqual(['known', 'known']);
  });

  it('mark only findings at or below their path', () => {
    const found = validateWith([warning], acknowledging({ code: 'RB991', reason: 'known', path: 'access.users' }));
    expect(found.map(({ path, acknowledged }) => [path.join('.'), acknowledged])).toEqual([
      ['access', undefined],
      ['access.users.0', 'known'],
    ]);
  });

  it('do not match a path that only begins alike', () => {
    const found = validateWith([warning], acknowledging({ code: 'RB991', reason: 'known', path: 'acc' }));
    expect(lines(found)[2]).toBe('warning: `acknowledge[0]` acknowledges RB991, but there is no such finding at or below `acc`; remove the acknowledgement [RB043]');
  });

  it('refuse errors', () => {
    const found = validateWith([error], acknowledging({ code: 'RB992', reason: 'known' }));
    expect(lines(found)).toContain('error: `acknowledge[0]` acknowledges RB992, which is an error; correct the error and remove the acknowledgement [RB041]');
    expect(found.some(({ acknowledged }) => acknowledged !== undefined)).toBe(false);
  });

  it('refuse unknown codes', () => {
    expect(lines(validateWith([warning], acknowledging({ code: 'RB99I', reason: 'known' })))[0]).toBe(
      'error: `acknowledge[0].code` must be the code of a rule, got "RB99I"; did you mean RB991? [RB040]',
    );
  });

  it('refuse an empty reason and then mark nothing', () => {
    const found = validateWith([warning], acknowledging({ code: 'RB991', reason: ' ' }));
    expect(lines(found)[0]).toBe('error: `acknowledge[0].reason` must say why RB991 is acceptable, got nothing; write one sentence for whoever reads this next [RB042]');
    expect(found.some(({ acknowledged }) => acknowledged !== undefined)).toBe(false);
  });

  it('tell when they match nothing', () => {
    expect(lines(validateWith([{ ...warning, check: () => [] }], acknowledging({ code: 'RB991', reason: 'known' })))).toEqual([
      'warning: `acknowledge[0]` acknowledges RB991, but there is no such finding; remove the acknowledgement [RB043]',
    ]);
  });
});

describe('any value at all', () => {
  it('gives findings and never an exception', () => {
    const anything = fc.anything({ withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true, withObjectString: true, withSparseArray: true, withTypedArray: true });
    fc.assert(
      fc.property(anything, (value) => {
        expect(validate(value).some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same findings twice, wherever in a blueprint the value stands', () => {
    fc.assert(
      fc.property(fc.constantFrom('name', 'nodeType', 'network', 'access', 'tags', 'parameters', 'replicas', 'acknowledge', 'backup'), fc.anything(), (key, value) => {
        const blueprint = { ...base, [key]: value };
        expect(validate(blueprint)).toEqual(validate(blueprint));
      }),
      { numRuns: 500 },
    );
  });
});
