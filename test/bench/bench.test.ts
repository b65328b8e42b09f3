import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { comparableTemplate, handWrittenCdk } from '../../bench/hand-written/cloudformation';
import type { Template } from '../../bench/hand-written/cloudformation';
import { firstDifference } from '../../bench/hand-written/source';
import { measure, times, typical } from '../../bench/measure';
import type { Measured } from '../../bench/measure';
import { optionsOf } from '../../bench/options';
import { median } from '../../bench/statistics';
import { atMost, printSection, ratio } from '../../bench/table';

const OUT = path.resolve(__dirname, '../../out');
const silent = (): void => undefined;

describe('measuring', () => {
  test('tells time, CPU and memory of a process, and what it timed itself', async () => {
    const [bare, busy] = (await measure(
      [
        { name: 'bare', args: ['-e', '0'] },
        { name: 'busy', args: ['-e', 'globalThis.kept = Buffer.alloc(100e6, 1); globalThis.benchWorkMs = 12;'] },
      ],
      1,
      silent,
    )) as [Measured, Measured];
    expect(typical(bare, 'wallMs')).toBeGreaterThan(5);
    expect(typical(bare, 'cpuMs')).toBeGreaterThan(5);
    // This process is far larger than a bare one; its size must not show.
    expect(typical(bare, 'peakMb')).toBeLessThan(80);
    expect(typical(busy, 'peakMb') - typical(bare, 'peakMb')).toBeGreaterThan(90);
    expect(typical(busy, 'workMs')).toBe(12);
    expect(() => typical(bare, 'workMs')).toThrow('no workMs was measured');
  });

  test('a process that fails fails the bench, with its name and its words', async () => {
    await expect(measure([{ name: 'broken', args: ['-e', 'throw new Error("no such thing")'] }], 1, silent)).rejects.toThrow(/^broken: the process ended with 1[^]*no such thing/);
  });

  test('compares round by round, so that a slow minute hits both sides', () => {
    const samplesOf = (...wall: number[]): Measured => ({ name: '', samples: wall.map((wallMs) => ({ wallMs, cpuMs: 0, peakMb: 0 })) });
    expect(times(samplesOf(110, 1100, 110), samplesOf(100, 1000, 100), 'wallMs')).toBeCloseTo(1.1);
  });

  test('medians', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow('the median of nothing was asked for');
  });
});

describe('the program by hand', () => {
  const template: Template = {
    Resources: {
      Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/`own`', TargetKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } }, DependsOn: ['Logs'] },
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: {
          EnableKeyRotation: true,
          KeyPolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::', { Ref: 'AWS::AccountId' }, ':root']] } } }] },
        },
        DeletionPolicy: 'RetainExceptOnCreate',
        UpdateReplacePolicy: 'Retain',
      },
      Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30, Tags: [{ Key: 'a', Value: 'b' }] } },
    },
    Outputs: { KeyId: { Value: { Ref: 'Key' }, Description: 'its id' } },
  };

  test('makes the template that it was written from', () => {
    // Inside the package, where the toolkit is found.
    mkdirSync(OUT, { recursive: true });
    const directory = mkdtempSync(path.join(OUT, 'program-'));
    try {
      const output = path.join(directory, 'out');
      const program = path.join(directory, 'program.js');
      writeFileSync(program, handWrittenCdk(template, { output, stackName: 'Own', stackProps: { env: { region: 'eu-west-1' } } }));
      execFileSync(process.execPath, [program], { env: { ...process.env, CDK_VALIDATION: 'false' } });
      const made = JSON.parse(readFileSync(path.join(output, 'Own.template.json'), 'utf8')) as Template;
      expect(firstDifference(comparableTemplate(template), comparableTemplate(made))).toBeUndefined();
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test('a difference is named by its place', () => {
    expect(firstDifference({ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }] })).toBe('/a/0/c: undefined against 2');
  });
});

describe('output', () => {
  test('fits 100 columns and shows whether a target was met', () => {
    const text = printSection({
      title: 'Title',
      columns: ['', 'time'],
      rows: [['one', '1 ms']],
      notes: ['word '.repeat(60).trim()],
      verdicts: [atMost('first', 1.15, 1.15, ratio), atMost('second', 1.15, 1.16, ratio)],
    });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text).toContain('met     first, at most 1.15 x: 1.15 x\nMISSED  second, at most 1.15 x: 1.16 x\n');
  });

  test('--quick measures less, and a number of rounds must be one', () => {
    expect(optionsOf(['--quick', '--json'])).toEqual({ rounds: 3, scaleRounds: 1, sizes: [1, 10, 100], json: true, write: false });
    expect(() => optionsOf(['--rounds', 'x'])).toThrow('`--rounds` must be a whole number from 1, got x');
  });
});
