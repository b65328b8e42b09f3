import { findInstanceType, instanceTypeNames } from '../../../lib/core/catalog';

const all = () => instanceTypeNames().map((name) => findInstanceType(name)!);

/** Rows as AWS's tables have them: vCPUs, GiB, Gbit/s sustained. */
const ROWS = [
  ['m5.large', 2, 8, 0.75],
  ['m5.8xlarge', 32, 128, 10],
  ['m5.12xlarge', 48, 192, 12],
  ['m6i.xlarge', 4, 16, 1.562],
  ['m6i.32xlarge', 128, 512, 50],
  ['m6g.medium', 1, 4, 0.5],
  ['m6g.8xlarge', 32, 128, 12],
  ['m7i.4xlarge', 16, 64, 6.25],
  ['m7i.48xlarge', 192, 768, 50],
  ['m7g.xlarge', 4, 16, 1.876],
  ['m8g.xlarge', 4, 16, 1.875],
  ['m8g.24xlarge', 96, 384, 40],
  ['r5.24xlarge', 96, 768, 25],
  ['r6i.large', 2, 16, 0.781],
  ['r6g.16xlarge', 64, 512, 25],
  ['r7i.16xlarge', 64, 512, 25],
  ['r7g.2xlarge', 8, 64, 3.75],
  ['r8g.xlarge', 4, 32, 1.875],
  ['r8g.48xlarge', 192, 1536, 50],
  ['x2gd.medium', 1, 16, 0.5],
  ['x2gd.16xlarge', 64, 1024, 25],
  ['c6i.2xlarge', 8, 16, 3.125],
  ['c6g.large', 2, 4, 0.75],
  ['c7g.16xlarge', 64, 128, 30],
  ['c8g.12xlarge', 48, 96, 22.5],
  ['t3.nano', 2, 0.5, 0.032],
  ['t3.2xlarge', 8, 32, 2.048],
  ['t4g.small', 2, 2, 0.128],
] as const;

test.each(ROWS)('%s has %d vCPUs, %d GiB and %d Gbit/s', (name, vcpus, memoryGiB, networkBaselineGbps) => {
  expect(findInstanceType(name)).toMatchObject({ vcpus, memoryGiB, networkBaselineGbps });
});

test('holds the sizes that AWS offers of 19 families, bare metal aside', () => {
  const families = new Map<string, number>();
  for (const { family } of all()) families.set(family, (families.get(family) ?? 0) + 1);
  expect(Object.fromEntries(families)).toEqual({
    m5: 8, m6i: 9, m6g: 8, m7i: 9, m7g: 8, m8g: 10,
    r5: 8, r6i: 9, r6g: 8, r7i: 9, r7g: 8, r8g: 10,
    x2gd: 8, c6i: 9, c6g: 8, c7g: 8, c8g: 10, t3: 7, t4g: 7,
  });
});

test('has a sustained bandwidth for every type, which grows with size', () => {
  const types = all();
  for (const [index, type] of types.entries()) {
    const previous = types[index - 1];
    expect(type.networkBaselineGbps).toBeGreaterThan(0);
    if (previous?.family === type.family) expect(type.networkBaselineGbps).toBeGreaterThan(previous.networkBaselineGbps ?? Infinity);
  }
});

test('knows Graviton by its letter', () => {
  expect(all().filter(({ architecture }) => architecture === 'arm64').map(({ family }) => family).filter((family, index, list) => list.indexOf(family) === index)).toEqual([
    'm6g', 'm7g', 'm8g', 'r6g', 'r7g', 'r8g', 'x2gd', 'c6g', 'c7g', 'c8g', 't4g',
  ]);
});

test('names its page, and looks names up whatever their case', () => {
  expect(findInstanceType('R7G.Large')?.source).toBe('https://docs.aws.amazon.com/ec2/latest/instancetypes/mo.html');
  expect(findInstanceType('c7g.large')?.source).toBe('https://docs.aws.amazon.com/ec2/latest/instancetypes/co.html');
  expect(findInstanceType('t3.micro')?.source).toBe('https://docs.aws.amazon.com/ec2/latest/instancetypes/gp.html');
  expect(findInstanceType('m7g.metal')).toBeUndefined();
});
