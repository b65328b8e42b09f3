import type { App } from 'aws-cdk-lib';

/**
 * Errors of validation plugins and default rules in one synthesis. With `annotationsInValidationReport` the CDK prints
 * them and sets the exit code of the process, but does not throw, so a test that only synthesizes passes whatever they find.
 */
export function validationErrors(app: App): string[] {
  const printed: string[] = [];
  const print = jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void printed.push(words.join(' ')));
  const exitCode = process.exitCode;
  try {
    app.synth();
  } catch (error) {
    printed.push(String(error));
  } finally {
    print.mockRestore();
    process.exitCode = exitCode;
  }
  return printed.join('\n').split('\n').filter((line) => line.includes('ERROR ['));
}
